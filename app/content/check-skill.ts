/** Rules for skill sheets that a schema cannot say. Pure. */
import { checkName } from './check-structure'
import { compareIds } from './check-words'
import type { Fault } from './fault'
import {
  checkBothWords,
  checkKnown,
  checkModules,
  checkOnce,
  checkSources,
  eachLanguage,
  type Known,
} from './references'
import type { Skill } from './skill-schema'

const ALL_POINTS = 100

/** What fails the sheet, and the usual mistake at a step, are called wrong where they stand. */
const isSaid = (path: string): boolean => !/^fatal\.|\.mistake$/.test(path)

/** Every fault of one skill sheet, across its files. */
export function checkSkill(folder: string, skill: Skill, known: Known): Fault[] {
  const file = `${folder}/skill.yaml`
  const steps = skill.steps.map(({ id }) => id)
  return [
    ...checkName(folder, file, skill.id),
    ...checkModules(file, 'module', [skill.module], known),
    ...checkSources(file, 'marks', skill, known.sources),
    ...checkOnce(file, 'steps', steps),
    ...checkOnce(file, 'fatal', skill.fatal),
    ...checkPoints(file, skill),
    ...checkKnown(file, 'clockStopsAt', skill.clockStopsAt ? [skill.clockStopsAt] : [], {
      kind: 'a step of this sheet',
      among: steps,
    }),
    ...eachLanguage(folder, skill.words, (wordsFile, words) => [
      ...compareIds(wordsFile, 'steps', steps, Object.keys(words.steps)),
      ...compareIds(wordsFile, 'fatal', skill.fatal, Object.keys(words.fatal)),
    ]),
    ...checkBothWords(folder, skill.words, isSaid),
  ]
}

function checkPoints(file: string, { steps }: Skill): Fault[] {
  const sum = steps.reduce((points, step) => points + step.points, 0)
  if (sum === ALL_POINTS) return []
  return [
    {
      file,
      path: 'steps',
      expected: `points that add up to ${ALL_POINTS}`,
      remedy: `They add up to ${sum}: change the points of a step.`,
    },
  ]
}
