/** The numbers of the first sentence: of 100 questions, so many. Pure. */
import type { Figure } from './estimate-result'

export type PlainNumbers = { value: string; lower: string | null; upper: string | null }

/**
 * Whole numbers, as people say them; with one decimal where rounding would put the figure on the target that it has
 * not got to, or is past. Never 0 or 100 of what is not quite.
 */
export function plainNumbers(
  { value, interval }: Pick<Figure, 'value' | 'interval'>,
  target: number | null,
): PlainNumbers {
  const percent = 100 * (value ?? 0)
  const isNear = target !== null && Math.round(percent) === Math.round(target) && percent !== target
  const said = (share: number) => (isNear ? near(100 * share) : whole(100 * share))
  return { value: said(value ?? 0), lower: interval && said(interval.lower), upper: interval && said(interval.upper) }
}

const whole = (percent: number): string =>
  String(percent <= 0 || percent >= 100 ? Math.round(percent) : Math.min(99, Math.max(1, Math.round(percent))))
const near = (percent: number): string => (Math.round(10 * percent) / 10).toFixed(1)
