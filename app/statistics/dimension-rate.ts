import type { Estimate, RateOptions } from './estimate'
import { overallRate } from './overall-rate'
import { requireItems } from './require-items'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'

/**
 * The overall rate over the items of one dimension; `items` are their positions in the rows.
 *
 * Persons who were given none of them are in excluded.notAdministered. Figures and interval as for overallRate.
 * Throws RangeError for no items, a position named twice or outside the rows, and as overallRate does.
 * Source: knowledge-rate definitions, section 2 (dimensionRate).
 */
export function dimensionRate(
  rows: readonly RespondentRow[],
  items: readonly number[],
  design?: SurveyDesign,
  options: RateOptions = {},
): Estimate {
  if (items.length === 0) throw new RangeError('A dimension needs at least one item')
  requireItems(items, rows)
  const part = rows.map(({ scores, excluded }) => ({ scores: items.map((item) => scores[item] ?? null), excluded }))
  return { ...overallRate(part, design, options), definition: 'dimensionRate' }
}
