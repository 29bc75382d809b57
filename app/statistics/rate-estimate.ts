import type { Estimate, Exclusions, RateDefinition, RateOptions } from './estimate'
import type { PersonTotals } from './person-totals'
import { rateInterval } from './rate-interval'
import { requireConfidence } from './require-confidence'
import { shareEstimate } from './share-estimate'
import { simpleDesign } from './simple-design'
import type { SurveyDesign } from './survey-design'
import { surveyRatio } from './survey-ratio'

/** `isBinary`: every person either counts or does not, so that the rate is a share of persons. */
export type RateMeaning = {
  readonly definition: RateDefinition
  readonly excluded: Exclusions
  readonly isBinary: boolean
}

/**
 * The rate Σ w·points / Σ w·administered of the persons in the domain; null totals = not in the rate.
 *
 * With a design, row i is person i of it, and whoever is not in the rate is outside the domain: nothing is filtered.
 * Without one, the persons in the rate are an unweighted simple random sample by themselves.
 * Interval, unless `interval` is false: see rateInterval.
 *
 * Throws RangeError for a confidence outside (0, 1), and when rows, domain and design differ in length.
 * Source: knowledge-rate definitions, sections 2 and 4.
 */
export function rateEstimate(
  totals: readonly (PersonTotals | null)[],
  meaning: RateMeaning,
  design: SurveyDesign | undefined,
  options: RateOptions,
): Estimate {
  requireConfidence(options.confidence ?? 0.95)
  if (design !== undefined) return designEstimate(totals, meaning, design, options)

  const { domain, ...rest } = options
  const kept = totals.filter((person, index) => person !== null && (domain === undefined || domain[index]))
  if (kept.length > 0 && !meaning.isBinary) return designEstimate(kept, meaning, simpleDesign(kept.length), rest)
  return shareEstimate(
    { successes: kept.filter((person) => person?.points === 1).length, n: kept.length },
    meaning,
    rest,
  )
}

function designEstimate(
  totals: readonly (PersonTotals | null)[],
  { definition, excluded, isBinary }: RateMeaning,
  design: SurveyDesign,
  { interval = true, confidence = 0.95, domain }: RateOptions,
): Estimate {
  const points = totals.map((person) => person?.points ?? null)
  const administered = totals.map((person) => person?.administered ?? null)
  const { flags, ...rate } = surveyRatio(design, points, administered, { domain })
  const wholeDeff = () => (domain === undefined ? null : surveyRatio(design, points, administered).deff)
  return {
    ...rate,
    interval: interval ? rateInterval(rate, design, { isBinary, confidence, wholeDeff }) : null,
    definition,
    flags,
    excluded,
  }
}
