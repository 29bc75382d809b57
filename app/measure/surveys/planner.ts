/** How many people to ask: what a wanted margin costs in interviews, visits and communities. */
import { plannedDesignEffect } from '#app/statistics/planned-design-effect'
import { precisionTable } from '#app/statistics/precision-table'
import { sampleSizeProportion } from '#app/statistics/sample-size-proportion'

/**
 * `rate`, `margin`, `responseRate` as shares. `population` null: large, of unknown size. `deff` null: worked out from
 * `take` and `correlation` (ρ: how alike people of a community answer). `perStreet`: every street is to have a figure of
 * its own.
 */
export type PlannerInput = {
  rate: number
  margin: number
  population: number | null
  responseRate: number
  deff: number | null
  take: number
  correlation: number
  streets: number
  perStreet: boolean
}

/** `completes` interviews from `invites` households, in all; `clustersPerStreet` communities a street, `take` households each. */
export type SurveyPlan = {
  deff: number
  completes: number
  invites: number
  clustersPerStreet: number
  clusters: number
  take: number
  precision: { n: number; margin: number }[]
}

const SIZES = [100, 200, 400, 600, 1000, 2000]

/**
 * The plan. A community counts with take × response rate interviews, because those are what is alike.
 *
 * Throws RangeError where the statistics do. Source: knowledge-rate definitions, section 6; Kish (1965), 5.4.
 */
export function planSurvey(input: PlannerInput): SurveyPlan {
  const { rate: p, margin, responseRate, take, streets, perStreet } = input
  const deff = input.deff ?? deffOf(input)
  const parts = perStreet ? streets : 1
  // A street has its share of the people; one person at least.
  const limit = input.population === null ? {} : { N: Math.max(2, input.population / parts) }
  const part = sampleSizeProportion({ p, margin, deff, responseRate, ...limit })
  const completes = part.completes * parts
  const invites = part.invites * parts
  const clustersPerStreet = Math.ceil(Math.ceil(invites / streets) / take)
  const precision = precisionTable({ sizes: SIZES, rates: [p], deff, ...limit })
  return {
    deff,
    completes,
    invites,
    clustersPerStreet,
    clusters: clustersPerStreet * streets,
    take,
    precision: precision.map(({ n, margin: known }) => ({ n, margin: known })),
  }
}

const deffOf = ({ take, responseRate, correlation }: PlannerInput) =>
  plannedDesignEffect({ clusterSize: Math.max(1, take * responseRate), correlation })
