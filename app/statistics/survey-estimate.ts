import type { EstimateFlag } from './estimate'

/** `domain`: for each person whether the figure is about them; everybody when left out. */
export type DomainOption = { readonly domain?: readonly boolean[] }

/**
 * A design-based figure. n counts persons; null = not estimable, and a flag says why.
 * deff: design effect, the variance over that of a simple random sample of as many persons.
 * nEff: how many independent yes/no observations would be as precise, p(1 − p)/se²; more than n when scores of persons
 * vary less than yes and no do. For values outside [0, 1] it is n/deff.
 */
export type SurveyEstimate = {
  readonly value: number | null
  readonly se: number | null
  readonly df: number | null
  readonly n: number
  readonly nEff: number | null
  readonly deff: number | null
  readonly flags: readonly EstimateFlag[]
}
