/** How far the field work has come, in counts: of results it knows nothing. */
import { type Disposition, dispositions } from './wave'

export type Tally = Record<Disposition, number>

type Row = { disposition: Disposition; units: number }

/** All rows together. */
export const tallyOf = (rows: readonly Row[]): Tally => {
  const tally = Object.fromEntries(dispositions.map((disposition) => [disposition, 0])) as Tally
  for (const { disposition, units } of rows) tally[disposition] += units
  return tally
}

export type PartTally = { key: string; name: string; tally: Tally }

/** By what `partOf` says, in the order of first appearance: two of one name are two. */
export function talliesBy<R extends Row>(
  rows: readonly R[],
  partOf: (row: R) => { key: string | null; name: string | null },
): PartTally[] {
  const parts = new Map<string, { name: string; rows: R[] }>()
  for (const row of rows) {
    const { key, name } = partOf(row)
    const part = parts.get(key ?? '') ?? { name: name ?? '', rows: [] }
    part.rows.push(row)
    parts.set(key ?? '', part)
  }
  return [...parts].map(([key, part]) => ({ key, name: part.name, tally: tallyOf(part.rows) }))
}

export const unitsIn = (tally: Tally): number => dispositions.reduce((sum, disposition) => sum + tally[disposition], 0)

/** Those who could have answered: all but 不符合条件. Units not yet visited count among them. */
export const eligibleIn = (tally: Tally): number => unitsIn(tally) - tally['not-eligible']

/**
 * 应答率: complete / (complete + break-off + refusal + no contact + open), as a share; null where nobody is eligible.
 * Source: AAPOR Standard Definitions, response rate 1, with units not yet visited among the unknown.
 */
export function responseRate(tally: Tally): number | null {
  const eligible = eligibleIn(tally)
  return eligible === 0 ? null : tally.complete / eligible
}
