/** Rules for the key audiences that a schema cannot say. Pure. */
import { compareIds } from './check-words'
import type { Fault } from './fault'
import type { KeyAudiences } from './key-audience-schema'
import {
  checkBothWords,
  checkModules,
  checkOnce,
  checkPlans,
  checkSources,
  eachLanguage,
  type Known,
} from './references'

/** Every fault of content/audiences, across its files. */
export function checkKeyAudiences(folder: string, { audiences, words }: KeyAudiences, known: Known): Fault[] {
  const file = `${folder}/audiences.yaml`
  const ids = audiences.map(({ id }) => id)
  return [
    ...checkOnce(file, 'audiences', ids),
    ...audiences.flatMap((audience) => {
      const path = `audiences.${audience.id}`
      return [
        ...checkModules(file, `${path}.modules`, audience.modules, known),
        ...checkPlans(file, `${path}.plans`, audience.plans, known),
        ...checkSources(file, path, audience, known.sources),
      ]
    }),
    ...eachLanguage(folder, words, (wordsFile, said) =>
      compareIds(wordsFile, 'audiences', ids, Object.keys(said.audiences)),
    ),
    ...checkBothWords(folder, words),
  ]
}
