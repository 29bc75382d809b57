/** The examples of content/README.md that name their file are what an author copies: they must be of the right form. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { campaignStructure, campaignWords } from '#app/content/campaign-schema'
import { checklistStructure, checklistWords } from '#app/content/checklist-schema'
import { keyAudienceStructure, keyAudienceWords } from '#app/content/key-audience-schema'
import { planStructure, planWords } from '#app/content/plan-schema'
import { programmeStructure, programmeWords } from '#app/content/programme-schema'
import { skillStructure, skillWords } from '#app/content/skill-schema'

const SCHEMAS = {
  skills: [skillStructure, skillWords],
  programmes: [programmeStructure, programmeWords],
  audiences: [keyAudienceStructure, keyAudienceWords],
  campaigns: [campaignStructure, campaignWords],
  checklists: [checklistStructure, checklistWords],
  plans: [planStructure, planWords],
} as const

const readme = readFileSync('content/README.md', 'utf8')
const examples = [...readme.matchAll(/```yaml\n# content\/([a-z]+)\/(\S+)\n([\s\S]*?)```/g)].map(
  ([, kind = '', file = '', text = '']) => ({ kind, file, text }),
)

test('each of the six kinds has an example of its structure and of its words', () => {
  const shown = examples.map(({ kind, file }) => `${kind} ${file.endsWith('zh-CN.yaml') ? 'words' : 'structure'}`)
  expect(shown).toEqual(Object.keys(SCHEMAS).flatMap((kind) => [`${kind} structure`, `${kind} words`]))
})

test.each(examples)('$kind/$file can be copied', ({ kind, file, text }) => {
  const [structure, words] = SCHEMAS[kind as keyof typeof SCHEMAS]
  const { error } = (file.endsWith('zh-CN.yaml') ? words : structure).safeParse(parse(text))
  expect(error?.issues).toBeUndefined()
})
