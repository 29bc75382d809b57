/** What an estimate says: computed by `estimateWave`, frozen as it is, read by the workbench and the public page. */

/** A figure in shares [0, 1] (a composite score in 分 of 100). Null: not estimable; then `flags` say why. */
export type Figure = {
  value: number | null
  /** Null for tier Q always, and where it cannot be estimated. */
  se: number | null
  interval: { lower: number; upper: number; confidence: number; method: string } | null
  n: number
  nEff: number | null
  deff: number | null
  df: number | null
  /** The same without weights, for printing beside it. */
  unweighted: number | null
  flags: string[]
}

/** A figure of a part of the sample. `hidden`: fewer than ten asked, or derivable: then the figure's numbers are null and n is 0. */
export type DomainFigure = { key: string; overall: Figure; mastery: Figure; hidden: boolean }

export type Verdict = 'met' | 'aboveButNotProven' | 'belowButNotExcluded' | 'notMet' | 'withheld'

export type EstimateResult = {
  overall: Figure
  mastery: Figure
  allCorrect: Figure
  composite: Figure | null
  items: (Figure & { id: string; unsure: number | null; reliable: boolean })[]
  dimensions: (Figure & { dimension: string })[]
  domains: { street: DomainFigure[]; sex: DomainFigure[]; age: DomainFigure[] }
  /** Share right by blind guessing, and the two other ways of counting blanks. */
  chanceLevel: number
  sensitivity: { missing: string; value: number | null }[]
  weights: {
    kish: number
    maxOverMean: number
    trimmed: number
    iterations: number
    collapsed: string[]
    marginsRescaled: string[]
    gapPoints: number | null
  }
  response: {
    rate: number | null
    complete: number
    breakOff: number
    refusal: number
    noContact: number
    notEligible: number
  }
  verdict: {
    verdict: Verdict
    definition: 'overallRate' | 'masteryRate'
    target: number
    lower: number | null
    upper: number | null
    why: string | null
  } | null
  flags: string[]
}
