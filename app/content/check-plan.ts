/** Rules for the districts' plans that a schema cannot say. Pure. */
import { checkName } from './check-structure'
import { compareIds } from './check-words'
import type { Fault } from './fault'
import type { Plan } from './plan-schema'
import { checkBothWords, checkKnown, checkOnce, checkSources, eachLanguage, type Known } from './references'

/** Every fault of one plan, across its files. */
export function checkPlan(folder: string, plan: Plan, known: Known): Fault[] {
  const file = `${folder}/plan.yaml`
  const indicators = plan.indicators.map(({ id }) => id)
  const baselines = plan.baselines.map(({ id }) => id)
  const named = <Key extends 'among' | 'definition'>(key: Key) => [
    ...new Set(plan.indicators.flatMap((indicator) => indicator[key] ?? [])),
  ]
  return [
    ...checkName(folder, file, plan.id),
    ...checkSources(file, 'marks', plan, known.sources),
    ...checkOnce(file, 'indicators', indicators),
    ...checkOnce(file, 'baselines', baselines),
    ...plan.indicators.flatMap((indicator) => checkPercent(file, `indicators.${indicator.id}`, indicator)),
    ...plan.baselines.flatMap((baseline) => checkPercent(file, `baselines.${baseline.id}`, baseline)),
    ...plan.baselines.flatMap(({ id, indicator }) =>
      checkKnown(file, `baselines.${id}.indicator`, [indicator], {
        kind: 'an indicator of this plan',
        among: indicators,
      }),
    ),
    ...eachLanguage(folder, plan.words, (wordsFile, words) => [
      ...compareIds(wordsFile, 'indicators', indicators, Object.keys(words.indicators)),
      ...compareIds(wordsFile, 'among', named('among'), Object.keys(words.among)),
      ...compareIds(wordsFile, 'definitions', named('definition'), Object.keys(words.definitions)),
      ...compareIds(wordsFile, 'baselines', baselines, Object.keys(words.baselines)),
    ]),
    ...checkBothWords(folder, plan.words),
  ]
}

/** A share of a whole is between 0 and 100. */
export function checkPercent(file: string, path: string, { value, unit }: { value: number; unit: string }): Fault[] {
  if (unit !== 'percent' || value <= 100) return []
  return [{ file, path: `${path}.value`, expected: 'a percentage from 0 to 100', remedy: `Correct ${value}.` }]
}
