/**
 * `npm run check:content`: says what is wrong in content/ and how to mend it, or what is there. Fails, too, when there is
 * less than the curriculum asks for.
 */
import { countCurriculum, describeCount, unmetCounts } from '#app/content/curriculum-counts'
import { describeFault } from '#app/content/fault'
import { loadCatalog } from '#app/content/load.server'

const { catalog, faults } = loadCatalog(process.cwd())
if (!catalog) {
  for (const fault of faults) console.error(describeFault(fault))
  console.error(`${faults.length} faults in content/.`)
  process.exit(1)
}
const counts = countCurriculum(catalog)
for (const count of counts) console.log(describeCount(count))
const unmet = unmetCounts(counts)
if (unmet.length > 0) {
  console.error(`content/ is not what the curriculum asks for: ${unmet.map(describeCount).join('; ')}.`)
  process.exit(1)
}
const items = catalog.instruments.reduce((sum, instrument) => sum + Object.keys(instrument.items).length, 0)
const pictures = catalog.modules.reduce((sum, module) => sum + module.pictures.length, 0)
console.log(`${pictures} pictures and ${items} survey items in ${catalog.instruments.length} forms: no faults.`)
