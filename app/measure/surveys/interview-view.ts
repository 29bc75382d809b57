/** An interviewer's units as their pages show them. Pure. */
import { kishRow } from './interview'
import type { Disposition, WaveDesign } from './wave'

export type Again = { sex: 'female' | 'male' | null; age: number | null; day: string }

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
  /** Follow-ups: who answered the time before, and is asked again. `day`: when. */
  again: Again | null
}

export type UnitGroup = {
  key: string
  waveName: string
  fieldTo: string
  clusterName: string | null
  units: UnitLine[]
}

type Row = Omit<UnitLine, 'kish' | 'again'> & {
  again: ({ id: string } & Again) | null
  waveName: string
  waveSeed: string | null
  fieldTo: string
  clusterName: string | null
  household: WaveDesign['household']
}

export const unitLine = ({ waveSeed, household, again, ...row }: Row): UnitLine => ({
  id: row.id,
  code: row.code,
  number: row.number,
  disposition: row.disposition,
  visits: row.visits,
  isAnswered: row.isAnswered,
  waveId: row.waveId,
  kish: household === 'kish' && waveSeed !== null ? kishRow(waveSeed, row.code) : null,
  again: again && { sex: again.sex, age: again.age, day: again.day },
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
