import type { Translate } from '#app/i18n/config'

const MARGINS = ['sexAge', 'sex', 'age', 'street'] as const

/** What a margin of the population is by, in words. */
export function marginName(t: Translate, by: string): string {
  const known = MARGINS.find((one) => one === by)
  return known ? t(`estimates.margin.${known}`) : by
}
