import type { PersonTotals } from './person-totals'

/**
 * Standard error of R = Σ points / Σ administered for a simple random sample of persons.
 *
 * Persons, not answers, are the unit: answers of one person are correlated, and counting them singly is too narrow.
 * With t_i points, K_i items administered and e_i = (t_i − R·K_i) / ΣK: SE = √(n/(n − 1) · Σ e_i²), which is
 * sd(s_i)/√n when everyone got the same number of items. Null for fewer than two persons.
 * Source: knowledge-rate definitions, section 4 (Taylor linearisation of a ratio).
 */
export function ratioStandardError(people: readonly PersonTotals[]): number | null {
  if (people.length < 2) return null

  const points = people.reduce((sum, person) => sum + person.points, 0)
  const administered = people.reduce((sum, person) => sum + person.administered, 0)
  const squares = people.reduce((sum, person) => {
    const residual = (person.points - (points / administered) * person.administered) / administered
    return sum + residual * residual
  }, 0)
  const se = Math.sqrt((people.length / (people.length - 1)) * squares)

  // Equal scores leave rounding noise here, which would pass for a sample of enormous precision.
  return se < 1e-12 ? 0 : se
}
