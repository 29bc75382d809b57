/**
 * 户内抽样 (Kish grid): which one person of a household is asked, so that nobody chooses whoever happens to be at home.
 * The eligible persons are numbered: men from the oldest to the youngest, then women from the oldest to the youngest.
 *
 * Source: L. Kish (1949), A Procedure for Objective Respondent Selection within the Household, JASA 44, 380–387.
 */
import { seededRandom } from '#app/statistics/seeded-random'

export const kishTables = ['A', 'B1', 'B2', 'C', 'D', 'E1', 'E2', 'F'] as const
export type KishTable = (typeof kishTables)[number]

/** Which number is asked where 1, 2, 3, 4, 5, and 6 or more are eligible. */
const CHOSEN: Record<KishTable, readonly [number, number, number, number, number, number]> = {
  A: [1, 1, 1, 1, 1, 1],
  B1: [1, 1, 1, 1, 2, 2],
  B2: [1, 1, 1, 2, 2, 2],
  C: [1, 1, 2, 2, 3, 3],
  D: [1, 2, 2, 3, 4, 4],
  E1: [1, 2, 3, 3, 3, 5],
  E2: [1, 2, 3, 4, 5, 5],
  F: [1, 2, 3, 4, 5, 6],
}

/** Twelfths of all households that each table is for; with them everybody of up to 4, and of 6, has the same chance. */
const TWELFTHS: Record<KishTable, number> = { A: 2, B1: 1, B2: 1, C: 2, D: 2, E1: 1, E2: 1, F: 2 }
const OF_TWELVE: readonly KishTable[] = kishTables.flatMap((table) =>
  Array.from({ length: TWELFTHS[table] }, () => table),
)

/** The table of a unit: fixed by the wave's seed and the unit's code, so that nobody can choose it. */
export const kishTableOf = (seed: string, unitCode: string): KishTable =>
  OF_TWELVE[Math.floor(seededRandom(`${seed}/kish/${unitCode}`)() * OF_TWELVE.length)] ?? 'A'

/**
 * The number, from 1, of the person to ask; from the seventh on nobody is chosen, as in the source.
 * Throws RangeError unless `eligible` is a whole number of at least 1.
 */
export function kishSelection({ table, eligible }: { table: KishTable; eligible: number }): number {
  if (!Number.isInteger(eligible) || eligible < 1)
    throw new RangeError(`A household has at least one eligible person, not ${eligible}`)
  return CHOSEN[table][Math.min(eligible, 6) - 1] ?? 1
}
