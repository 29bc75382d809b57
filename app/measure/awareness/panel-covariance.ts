/** How far two estimates of a panel move together: their covariance makes the change more certain. Pure. */
import type { PersonTotals } from '#app/statistics/person-totals'
import { ratioValues } from '#app/statistics/ratio-values'
import type { SurveyDesign } from '#app/statistics/survey-design'
import { totalCovariance } from '#app/statistics/total-covariance'
import { rateTotals } from './estimate-domains'
import { isSampled, type Sample } from './estimate-figures'
import { isPanel } from './panel-pairs'

/** `drawn`: the design of the sample before it was weighted to a population. */
export type Drawn = { sample: Sample; drawn: SurveyDesign }

/**
 * Covariances of the sampling errors of both rates: the linearised values of the later wave laid on the persons of the
 * earlier one, in whose design both are. Whoever answered only once adds 0, and takes nothing from the error of the
 * wave that they are in. 0 for waves that drew their own people, and without a probability sample.
 * Source: knowledge-rate definitions, section 7 (overlap).
 */
export function panelCovariances(before: Drawn, now: Drawn): { overall: number; mastery: number } {
  if (!isPanel(before.sample.input, now.sample.input) || !isSampled(before.sample)) return { overall: 0, mastery: 0 }
  const [then, today] = [rateTotals(before.sample), rateTotals(now.sample)]
  const of = (rate: 'overall' | 'mastery') =>
    covarianceOf(before, valuesOf(before.sample, then[rate]), valuesOf(now.sample, today[rate]), now.sample)
  return { overall: of('overall'), mastery: of('mastery') }
}

function valuesOf(sample: Sample, totals: readonly (PersonTotals | null)[]): number[] {
  const points = totals.map((person) => person?.points ?? null)
  const administered = totals.map((person) => person?.administered ?? null)
  return ratioValues(sample.design, points, administered) ?? totals.map(() => 0)
}

function covarianceOf({ sample, drawn }: Drawn, z1: number[], values: number[], now: Sample): number {
  const later = new Map(now.respondents.map(({ person }, at) => [person, values[at] ?? 0]))
  const z2 = sample.respondents.map(({ person }) => (person === undefined ? 0 : (later.get(person) ?? 0)))
  return totalCovariance(drawn, z1, z2)
}
