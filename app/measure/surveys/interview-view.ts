/** An interviewer's units as their pages show them. Pure. */
import { kishRow } from './interview'
import type { Disposition } from './wave'

export type UnitLine = {
  id: string
  code: string
  /** Which household of the community's list. */
  number: number | null
  disposition: Disposition
  visits: number
  isAnswered: boolean
  waveId: string
  /** Whom to ask by how many could be; null where nobody is chosen by a grid. */
  kish: number[] | null
}

export type UnitGroup = {
  key: string
  waveName: string
  fieldTo: string
  clusterName: string | null
  units: UnitLine[]
}

type Row = Omit<UnitLine, 'kish'> & {
  waveName: string
  waveSeed: string | null
  fieldTo: string
  clusterName: string | null
  household: 'kish' | 'persons'
}

export const unitLine = ({ waveSeed, household, ...row }: Row): UnitLine => ({
  id: row.id,
  code: row.code,
  number: row.number,
  disposition: row.disposition,
  visits: row.visits,
  isAnswered: row.isAnswered,
  waveId: row.waveId,
  kish: household === 'kish' && waveSeed !== null ? kishRow(waveSeed, row.code) : null,
})

/** By wave and community, in the order in which they come. */
export function unitGroups(rows: readonly Row[]): UnitGroup[] {
  const groups = new Map<string, UnitGroup>()
  for (const row of rows) {
    const key = `${row.waveId} ${row.clusterName ?? ''}`
    const { waveName, fieldTo, clusterName } = row
    const group = groups.get(key) ?? { key, waveName, fieldTo, clusterName, units: [] }
    group.units.push(unitLine(row))
    groups.set(key, group)
  }
  return [...groups.values()]
}
