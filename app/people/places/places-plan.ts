/** What a file of places would change: compared with what is known, before anything is written. */
import { isDemoCode, levelOfCode, parentCode } from './code'
import type { Fault, FaultProblem } from './import-fault'
import {
  type PlacesFile,
  POPULATION_FIELDS,
  POPULATION_SHEET,
  type PopulationLine,
  REGION_FIELDS,
  REGION_SHEET,
  type RegionLine,
} from './places-file'
import { overlapIn, type PopulationRow, writeBand } from './population-bands'

export type KnownRegion = { id: string; code: string; name: string; isClosed: boolean; isDemo: boolean }
export type YearOfRegion = { code: string; year: number; source: string; rows: PopulationRow[] }

export type KnownPlaces = {
  /** What the codes of the account's scope begin with. */
  prefix: string
  /** Every region whatever the scope: a code is taken once. */
  regions: Map<string, KnownRegion>
  /** By `yearKey`. */
  populations: Map<string, YearOfRegion>
}

export type PlacesPlan = {
  faults: Fault[]
  regions: { added: RegionLine[]; changed: (RegionLine & { before: string })[]; unchanged: number }
  populations: { added: YearOfRegion[]; changed: (YearOfRegion & { before: YearOfRegion })[]; unchanged: number }
}

export const yearKey = ({ code, year }: { code: string; year: number }): string => `${code} ${year}`

export const peopleIn = (rows: readonly { people: number }[]): number =>
  rows.reduce((sum, { people }) => sum + people, 0)

/** True when the file says exactly what is known. */
export const changesNothing = ({ regions, populations }: PlacesPlan): boolean =>
  [regions.added, regions.changed, populations.added, populations.changed].every(({ length }) => length === 0)

/** Compares; with any fault nothing of the plan may be written. */
export function planPlaces(file: PlacesFile, known: KnownPlaces): PlacesPlan {
  const regions = planRegions(file.regions, known)
  const populations = planPopulations(file, known)
  return { faults: [...regions.faults, ...populations.faults], regions: regions.plan, populations: populations.plan }
}

function planRegions(lines: RegionLine[], known: KnownPlaces) {
  const plan: PlacesPlan['regions'] = { added: [], changed: [], unchanged: 0 }
  const faults: Fault[] = []
  const firstRows = new Map<string, number>()
  for (const line of lines) {
    const twice = firstRows.get(line.code)
    firstRows.set(line.code, twice ?? line.row)
    const before = known.regions.get(line.code)
    if (twice !== undefined) faults.push(atCode(line, 'codeTwice', { first: twice }))
    else if (!line.code.startsWith(known.prefix)) faults.push(atCode(line, 'codeOutOfScope'))
    else if (!before) plan.added.push(line)
    else if (before.name === line.name) plan.unchanged += 1
    else if (before.isClosed) faults.push(atCode(line, 'regionClosed', { name: before.name }))
    else plan.changed.push({ ...line, before: before.name })
  }
  plan.added.sort((a, b) => (a.code < b.code ? -1 : 1))
  return { plan, faults: [...faults, ...faultsOfNew(plan.added, known)] }
}

/** A new place needs an open one above it, in the district or in the file; a new district must be the only one. */
function faultsOfNew(added: RegionLine[], { regions }: KnownPlaces): Fault[] {
  const isNew = new Set(added.map(({ code }) => code))
  const openDistrict = [...regions.values()].find((one) => isDistrict(one.code) && !one.isClosed && !one.isDemo)
  const newDistricts = added.filter(({ level }) => level === 'district')
  return added.flatMap((line) => {
    const above = parentCode(line)
    if (above === null) {
      if (isDemoCode(line.code)) return [atCode(line, 'codeDemo')]
      return openDistrict || newDistricts[0] !== line ? [atCode(line, 'secondDistrict')] : []
    }
    const parent = regions.get(above)
    if (parent?.isClosed) return [atCode(line, 'regionClosed', { name: parent.name })]
    return parent || isNew.has(above) ? [] : [atCode(line, 'parentMissing', { parent: above })]
  })
}

const isDistrict = (code: string) => levelOfCode(code) === 'district'

function planPopulations({ regions, populations }: PlacesFile, known: KnownPlaces) {
  const plan: PlacesPlan['populations'] = { added: [], changed: [], unchanged: 0 }
  const faults: Fault[] = []
  const inFile = new Set(regions.map(({ code }) => code))
  for (const [key, lines] of byYear(populations)) {
    const [first] = lines
    if (!first) continue
    const region = known.regions.get(first.code)
    const { code, year, source } = first
    const next: YearOfRegion = { code, year, source, rows: lines.map(rowOf) }
    const before = known.populations.get(key)
    const wrong = faultOfYear(lines, region !== undefined || inFile.has(code), known.prefix)
    if (wrong) faults.push(wrong)
    else if (!before) {
      if (region?.isClosed) faults.push(atPeople(first, 'code', 'regionClosed', { name: region.name }))
      else plan.added.push(next)
    } else if (isSame(before, next)) plan.unchanged += 1
    else if (region?.isClosed) faults.push(atPeople(first, 'code', 'regionClosed', { name: region.name }))
    else plan.changed.push({ ...next, before })
  }
  return { plan, faults }
}

function faultOfYear(lines: PopulationLine[], isKnown: boolean, prefix: string): Fault | null {
  const [first] = lines
  if (!first) return null
  if (!first.code.startsWith(prefix)) return atPeople(first, 'code', 'codeOutOfScope')
  if (!isKnown) return atPeople(first, 'code', 'codeUnknown')
  const other = lines.find(({ source }) => source !== first.source)
  if (other) return atPeople(other, 'source', 'sourceOther', { first: first.row, source: first.source })
  const overlap = overlapIn(lines)
  const [one, two] = overlap ? [lines[overlap[0]], lines[overlap[1]]] : []
  return one && two ? atPeople(two, 'band', 'bandsOverlap', { first: one.row }) : null
}

function byYear(lines: PopulationLine[]): Map<string, PopulationLine[]> {
  const years = new Map<string, PopulationLine[]>()
  for (const line of lines) {
    const key = yearKey(line)
    const year = years.get(key)
    if (year) year.push(line)
    else years.set(key, [line])
  }
  return years
}

const rowOf = ({ sex, ageFrom, ageTo, people }: PopulationLine): PopulationRow => ({ sex, ageFrom, ageTo, people })

const isSame = (a: YearOfRegion, b: YearOfRegion) => a.source === b.source && written(a.rows) === written(b.rows)

const written = (rows: PopulationRow[]) =>
  rows
    .map(({ sex, ageFrom, ageTo, people }) => `${sex} ${ageFrom} ${ageTo} ${people}`)
    .sort()
    .join('\n')

const atCode = (line: RegionLine, problem: FaultProblem, data?: Fault['data']): Fault => ({
  sheet: REGION_SHEET,
  row: line.row,
  column: REGION_FIELDS.code.titles[0] ?? '',
  value: line.code,
  problem,
  ...(data ? { data } : {}),
})

function atPeople(
  line: PopulationLine,
  field: 'code' | 'source' | 'band',
  problem: FaultProblem,
  data?: Fault['data'],
): Fault {
  const value = { code: line.code, source: line.source, band: writeBand(line) }[field]
  const column = POPULATION_FIELDS[field].titles[0] ?? ''
  return { sheet: POPULATION_SHEET, row: line.row, column, value, problem, ...(data ? { data } : {}) }
}
