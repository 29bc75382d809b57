import type { RespondentRow } from '#app/statistics/respondent-row'

/** '1101·' becomes one frozen row; 1 and 0 are scores, · is an item that was not administered. */
export function frozenRows(...patterns: string[]): readonly RespondentRow[] {
  const scoreOf = (mark: string) => (mark === '·' ? null : Number(mark))
  return Object.freeze(patterns.map((pattern) => Object.freeze({ scores: Object.freeze([...pattern].map(scoreOf)) })))
}
