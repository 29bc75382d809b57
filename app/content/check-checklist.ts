/** Rules for checklists that a schema cannot say. Pure. */
import { checkName } from './check-structure'
import { compareIds } from './check-words'
import type { Checklist, ChecklistWords } from './checklist-schema'
import type { Fault } from './fault'
import { checkBothWords, checkOnce, checkPoint, checkSources, eachLanguage, type Known } from './references'

/** Every fault of one checklist, across its files. */
export function checkChecklist(folder: string, { id, items, words }: Checklist, known: Known): Fault[] {
  const file = `${folder}/checklist.yaml`
  const ids = items.map((item) => item.id)
  return [
    ...checkName(folder, file, id),
    ...checkOnce(file, 'items', ids),
    ...items.flatMap((item) => checkItem(file, item, known)),
    ...eachLanguage(folder, words, (wordsFile, said) => [
      ...compareIds(wordsFile, 'items', ids, Object.keys(said.items)),
      ...checkQuestions(wordsFile, said),
    ]),
    ...checkBothWords(folder, words),
  ]
}

/** An item without marks stands on its knowledge point; one that says more names its own. */
function checkItem(
  file: string,
  { id, point, marks, sources = [] }: Checklist['items'][number],
  known: Known,
): Fault[] {
  const path = `items.${id}`
  const ofPoint = checkPoint(file, `${path}.point`, point, known)
  if (marks) return [...ofPoint, ...checkSources(file, path, { marks, sources }, known.sources)]
  if (sources.length === 0) return ofPoint
  const expected = 'marks, as it names sources'
  return [...ofPoint, { file, path, expected, remedy: 'Write V, v, G or D as marks.' }]
}

/** Yes must be an answer. */
function checkQuestions(file: string, { items }: ChecklistWords): Fault[] {
  return Object.entries(items)
    .filter(([, { ask }]) => !/[？?]$/.test(ask))
    .map(([id]) => ({
      file,
      path: `items.${id}.ask`,
      expected: 'a question that yes or no answers',
      remedy: 'End it with a question mark.',
    }))
}
