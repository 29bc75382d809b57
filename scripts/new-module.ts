/** `npm run content:new <slug>`: the empty files of a new module, to be filled without programming. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isModuleSlug, moduleScaffold } from '#app/content/scaffold'

const [slug = ''] = process.argv.slice(2)
const folder = join('content/modules', slug)
if (!isModuleSlug(slug))
  refuse('Name the module in lower-case letters and hyphens, such as: npm run content:new grill-safety')
if (existsSync(folder)) refuse(`${folder} is there already: choose another name, or edit what is there.`)
mkdirSync(join(folder, 'pictures'), { recursive: true })
for (const [name, text] of Object.entries(moduleScaffold(slug))) writeFileSync(join(folder, name), text)
console.log(
  `${folder} is ready to be filled. Draw pictures/cover.svg, add ${slug} to content/catalog.yaml, then run npm run check:content: it names every place that is still empty.`,
)

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
