/** Parts of the sample as rows: by name, and with intervals of rank only when somebody asks. Pure. */
import { type RankInterval, rankIntervals } from '#app/statistics/rank-intervals'
import type { DomainFigure, EstimateResult } from './estimate-result'
import { FEWEST_FOR_PERCENT } from './share'

export type DomainKind = 'street' | 'sex' | 'age'
export type DomainRow = DomainFigure & { name: string; rank: RankInterval }

/** By name (streets in Chinese order), sexes and bands of age in their own; ranks of streets only, and only on demand. */
export function domainRows({ domains, about }: EstimateResult, kind: DomainKind, { ranks = false } = {}): DomainRow[] {
  const rows = domains[kind]
  const measured = rows.map(({ overall, hidden }) =>
    hidden || overall.n < FEWEST_FOR_PERCENT ? { value: null, se: null } : { value: overall.value, se: overall.se },
  )
  const intervals = ranks && kind === 'street' ? rankIntervals(measured) : []
  const named = rows.map((row, at) => ({
    ...row,
    name: about.streets[row.key] ?? row.key,
    rank: intervals[at] ?? null,
  }))
  return kind === 'street' ? named.sort((a, b) => BY_NAME.compare(a.name, b.name)) : named
}

const BY_NAME = new Intl.Collator('zh-CN')
