/**
 * One attempt of a person at an instrument. `person`: a keyed hash, never a name; `at`: when, as a number or as text
 * that sorts by time (ISO 8601, one time zone); `phase` is needed for the rule training only.
 */
export type Attempt = {
  readonly person: string
  readonly at: number | string
  readonly isValid: boolean
  readonly phase?: 'pre' | 'post'
}

/**
 * survey: the earliest valid attempt. training: the earliest valid pre and the latest valid post.
 * `window`: attempts before `from` or after `to` do not count; `at` in the same form.
 */
export type AttemptRule = {
  readonly rule: 'survey' | 'training'
  readonly window?: { readonly from?: number | string; readonly to?: number | string }
}

/** selected.length + all of `excluded` = rows.length. Selected rows stand in their old order. */
export type SelectedAttempts<Row extends Attempt> = {
  readonly selected: readonly Row[]
  readonly excluded: { readonly invalid: number; readonly outsideWindow: number; readonly repeated: number }
}

/**
 * The one attempt of each person that counts (two under `training`), never the best one. Of attempts at the same time
 * the first row is the earliest and the last row the latest.
 *
 * Throws RangeError when times are not all numbers or all texts, and under `training` for an attempt without a phase.
 * Source: knowledge-rate definitions, section 3 rule 7.
 */
export function selectAttempts<Row extends Attempt>(
  rows: readonly Row[],
  { rule, window = {} }: AttemptRule,
): SelectedAttempts<Row> {
  requireTimes(rows, window)
  const excluded = { invalid: 0, outsideWindow: 0, repeated: 0 }
  const chosen = new Map<string, number>()

  for (const [index, row] of rows.entries()) {
    if (rule === 'training' && row.phase === undefined) throw new RangeError(`Attempt ${index} has no phase`)
    if (!row.isValid) excluded.invalid += 1
    else if (!isInside(row.at, window)) excluded.outsideWindow += 1
    else {
      const key = JSON.stringify([row.person, rule === 'training' ? row.phase : ''])
      const rival = chosen.get(key)
      if (rival !== undefined) excluded.repeated += 1
      const isLatest = rule === 'training' && row.phase === 'post'
      if (rival === undefined || (isLatest ? row.at >= rows[rival]!.at : row.at < rows[rival]!.at)) {
        chosen.set(key, index)
      }
    }
  }
  const places = new Set(chosen.values())
  return { selected: rows.filter((_, index) => places.has(index)), excluded }
}

function isInside(at: Attempt['at'], { from, to }: NonNullable<AttemptRule['window']>): boolean {
  return (from === undefined || at >= from) && (to === undefined || at <= to)
}

function requireTimes(rows: readonly Attempt[], { from, to }: NonNullable<AttemptRule['window']>): void {
  const times = [...rows.map(({ at }) => at), from, to].filter((at) => at !== undefined)
  const areAlike = times.every((at) => typeof at === typeof times[0] && at !== '' && !Number.isNaN(at))
  if (!areAlike) throw new RangeError('Times of attempts must be all numbers or all texts')
}
