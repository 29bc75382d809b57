/** Why an estimate is refused: a key of the texts (estimates.problem.…) that says what to do, and what it names. Pure. */

export const estimateProblems = [
  'noRespondents',
  'badWeight',
  'missingStratum',
  'missingCluster',
  'singlePsu',
  'noMargins',
  'notPlaced',
  'unknownStreet',
  'emptyCell',
  'noPopulation',
  'marginsApart',
  'notSettled',
  'badTrim',
] as const
export type EstimateProblem = (typeof estimateProblems)[number]

export type Refusal = { kind: 'refused'; problem: EstimateProblem; params: Record<string, string | number> }

/** Thrown inside `estimateWave` and given back by it as data. */
export class EstimateRefused extends Error {
  constructor(
    readonly problem: EstimateProblem,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${problem} ${JSON.stringify(params)}`)
  }
}
