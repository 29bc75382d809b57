/** Rules for training programmes that a schema cannot say. Pure. */
import { checkName } from './check-structure'
import { compareIds } from './check-words'
import type { Fault } from './fault'
import type { Programme } from './programme-schema'
import {
  checkBothWords,
  checkKnown,
  checkModules,
  checkOnce,
  checkPlans,
  checkSources,
  eachLanguage,
  type Known,
} from './references'

/** Every fault of one programme, across its files. */
export function checkProgramme(folder: string, programme: Programme, known: Known): Fault[] {
  const file = `${folder}/programme.yaml`
  const groups = programme.groups.map(({ id }) => id)
  return [
    ...checkName(folder, file, programme.id),
    ...checkSources(file, 'marks', programme, known.sources),
    ...checkOnce(file, 'groups', groups),
    ...programme.groups.flatMap((group) => checkGroup(file, group, known)),
    ...eachLanguage(folder, programme.words, (wordsFile, words) => [
      ...compareIds(wordsFile, 'groups', groups, Object.keys(words.groups)),
      ...programme.groups.flatMap(({ id, variants }) => {
        const said = words.groups[id]
        const names = variants.map(({ plan }) => plan)
        return said ? compareIds(wordsFile, `groups.${id}.variants`, names, Object.keys(said.variants)) : []
      }),
    ]),
    ...checkBothWords(folder, programme.words),
  ]
}

function checkGroup(file: string, group: Programme['groups'][number], known: Known): Fault[] {
  const path = `groups.${group.id}`
  return [
    ...checkModules(file, `${path}.modules`, group.modules, known),
    ...checkOnce(file, `${path}.skills`, group.skills),
    ...checkKnown(file, `${path}.skills`, group.skills, {
      kind: 'skill sheets of content/skills',
      among: known.skills,
    }),
    ...checkPlans(
      file,
      `${path}.variants`,
      group.variants.map(({ plan }) => plan),
      known,
    ),
  ]
}
