import type { Plan } from '#app/content/plan-schema'

export type TargetDefinition = 'overallRate' | 'masteryRate'

/** What a plan's own words for its way of counting mean here. */
const DEFINITIONS: Record<string, TargetDefinition> = { 'overall-rate': 'overallRate', 'mastery-rate': 'masteryRate' }

/**
 * The share of the public that a plan wants to know enough; null where it sets none. `definition` null: the plan does
 * not say how it counts (计划未规定口径); then the overall rate is judged.
 */
export function planTarget({ indicators }: Plan): { percent: number; definition: TargetDefinition | null } | null {
  const indicator = indicators.find(({ id, unit }) => id === 'publicAwareness' && unit === 'percent')
  if (!indicator) return null
  return { percent: indicator.value, definition: DEFINITIONS[indicator.definition ?? ''] ?? null }
}
