/** A population as a person reads and writes it: one line for each age band, women and men beside each other. */
import { type Band, type PopulationRow, USUAL_BANDS, writeBand } from './population-bands'

export type PopulationLine = Band & { female: number | null; male: number | null }

/** Lines in the order of ages; a sex without a figure for a band is null. */
export function linesOf(rows: readonly PopulationRow[]): PopulationLine[] {
  const lines = new Map<string, PopulationLine>()
  for (const { sex, ageFrom, ageTo, people } of rows) {
    const key = `${ageFrom} ${ageTo}`
    const line = lines.get(key) ?? { ageFrom, ageTo, female: null, male: null }
    line[sex] = people
    lines.set(key, line)
  }
  return [...lines.values()].sort((a, b) => a.ageFrom - b.ageFrom || a.ageTo - b.ageTo)
}

const SPARE_LINES = 3

/** The fields that the form of one year begins with, by name; without figures the usual bands. Some lines are spare. */
export function fieldsOf(rows: readonly PopulationRow[]): Record<string, string> {
  const known = rows.length > 0 ? linesOf(rows) : USUAL_BANDS.map((band) => ({ ...band, female: null, male: null }))
  const spare = Array.from({ length: SPARE_LINES }, (_, at): [string, string] => [`band-${known.length + at}`, ''])
  const filled = known.flatMap(({ female, male, ...band }, at): [string, string][] => [
    [`band-${at}`, writeBand(band)],
    [`female-${at}`, female === null ? '' : String(female)],
    [`male-${at}`, male === null ? '' : String(male)],
  ])
  return Object.fromEntries([...filled, ...spare])
}
