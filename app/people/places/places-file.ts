/** A file of places as it is understood: regions, and their people by age and sex. Nothing is known of the database here. */
import { z } from 'zod'
import type { SheetRow } from '#app/sheets/cell'
import { hasLostDigits, LONGEST_NAME, levelOfCode, levels, normaliseCode, parentCode } from './code'
import type { Fault, FaultProblem } from './import-fault'
import { readBand, readPeople, readSex, readYear } from './population-bands'
import type { Level } from './scope'
import { type Field, findTable, type TableRow } from './sheet-table'

export const REGION_SHEET = '地区'
export const POPULATION_SHEET = '人口'

const code: Field = { titles: ['代码', '地区代码', '区划代码', '统计用区划代码', '编码', 'code'], isNeeded: true }

export const REGION_FIELDS = {
  code,
  name: { titles: ['名称', '地区名称', '区划名称', 'name'], isNeeded: true },
  level: { titles: ['级别', '层级', 'level'] },
  parent: { titles: ['上级代码', '上级地区代码', '上级', 'parent code'] },
} satisfies Record<string, Field>

export const POPULATION_FIELDS = {
  code,
  year: { titles: ['年份', '年度', 'year'], isNeeded: true },
  sex: { titles: ['性别', 'sex'], isNeeded: true },
  band: { titles: ['年龄段', '年龄组', '年龄', 'age'], isNeeded: true },
  people: { titles: ['人数', '人口数', '人口', 'people'], isNeeded: true },
  source: { titles: ['来源', '数据来源', '出处', 'source'], isNeeded: true },
} satisfies Record<string, Field>

const regionLine = z.object({ row: z.number(), code: z.string(), name: z.string(), level: z.enum(levels) })
const populationLine = z.object({
  row: z.number(),
  code: z.string(),
  year: z.number(),
  sex: z.enum(['female', 'male']),
  ageFrom: z.number(),
  ageTo: z.number(),
  people: z.number(),
  source: z.string(),
})
/** What is kept until the person confirms it. */
export const placesFile = z.object({ regions: z.array(regionLine), populations: z.array(populationLine) })

export type RegionLine = z.infer<typeof regionLine>
export type PopulationLine = z.infer<typeof populationLine>
export type PlacesFile = z.infer<typeof placesFile>

type Understood<Line> = { lines: Line[]; faults: Fault[] }

/** What one sheet holds, known by its titles: people if any of theirs are there, else regions. */
export function understandSheet(rows: SheetRow[], sheet: string): { file: PlacesFile; faults: Fault[] } {
  const people = findTable(rows, POPULATION_FIELDS)
  if (people.found) {
    const { lines, faults } = gather(people.rows, readPopulationLine, sheet)
    return { file: { regions: [], populations: lines }, faults }
  }
  const regions = findTable(rows, REGION_FIELDS)
  // The code alone is common to both kinds.
  const isPeople = people.missing.length < Object.keys(POPULATION_FIELDS).length - 1
  if (isPeople || !regions.found) {
    const missing = isPeople || regions.found ? people.missing : regions.missing
    return { file: { regions: [], populations: [] }, faults: [columnsMissing(sheet, missing)] }
  }
  const { lines, faults } = gather(regions.rows, readRegionLine, sheet)
  return { file: { regions: lines, populations: [] }, faults }
}

export const columnsMissing = (sheet: string, missing: string[]): Fault => ({
  sheet,
  row: null,
  column: missing.join('、'),
  value: '',
  problem: 'columnsMissing',
  data: { columns: missing.join('、') },
})

/** What is wrong with one cell: which field, why, and what the sentence names. */
type Wrong<Name> = [field: Name, problem: FaultProblem, data?: Record<string, string>]

function gather<Name extends string, Line>(
  rows: TableRow<Name>[],
  read: (row: TableRow<Name>) => Line | Wrong<Name>[],
  sheet: string,
): Understood<Line> {
  const lines: Line[] = []
  const faults: Fault[] = []
  const titles: Record<string, Field> = { ...REGION_FIELDS, ...POPULATION_FIELDS }
  for (const row of rows) {
    const line = read(row)
    if (!Array.isArray(line)) lines.push(line)
    else
      for (const [field, problem, data] of line) {
        const column = titles[field]?.titles[0] ?? field
        faults.push({ sheet, row: row.number, column, value: row.texts[field], problem, ...(data ? { data } : {}) })
      }
  }
  return { lines, faults }
}

type RegionField = keyof typeof REGION_FIELDS

function readRegionLine({ number, texts }: TableRow<RegionField>): RegionLine | Wrong<RegionField>[] {
  const found = readCode(texts.code)
  const wrong: Wrong<RegionField>[] = found.ok ? [] : [['code', found.problem]]
  if (texts.name === '') wrong.push(['name', 'nameMissing'])
  if (texts.name.length > LONGEST_NAME) wrong.push(['name', 'nameTooLong'])
  const said = texts.level === '' ? null : readLevel(texts.level)
  if (texts.level !== '' && !said) wrong.push(['level', 'levelUnknown'])
  if (!found.ok) return wrong
  if (said && said !== found.level) wrong.push(['level', 'levelOther'])
  const above = parentCode(found)
  if (texts.parent !== '' && normaliseCode(texts.parent) !== above)
    wrong.push(['parent', 'parentOther', { parent: above ?? '' }])
  return wrong.length > 0 ? wrong : { row: number, code: found.code, name: texts.name, level: found.level }
}

type PopulationField = keyof typeof POPULATION_FIELDS
const LONGEST_SOURCE = 100

function readPopulationLine({
  number,
  texts,
  dates,
}: TableRow<PopulationField>): PopulationLine | Wrong<PopulationField>[] {
  const found = readCode(texts.code)
  const year = readYear(texts.year)
  const sex = readSex(texts.sex)
  const band = dates.includes('band') ? null : readBand(texts.band)
  const people = readPeople(texts.people)
  const wrong: Wrong<PopulationField>[] = found.ok ? [] : [['code', found.problem]]
  if (year === null) wrong.push(['year', 'yearForm'])
  if (!sex) wrong.push(['sex', 'sexForm'])
  if (!band) wrong.push(['band', dates.includes('band') ? 'bandIsDate' : 'bandForm'])
  if (people === null) wrong.push(['people', 'peopleForm'])
  if (texts.source === '') wrong.push(['source', 'sourceMissing'])
  if (texts.source.length > LONGEST_SOURCE) wrong.push(['source', 'sourceTooLong'])
  if (wrong.length > 0 || !found.ok || year === null || !sex || !band || people === null) return wrong
  return { row: number, code: found.code, year, sex, ...band, people, source: texts.source }
}

type ReadCode = { ok: true; code: string; level: Level } | { ok: false; problem: FaultProblem }

/** Reads a code as a cell holds it. */
export function readCode(text: string): ReadCode {
  const typed = normaliseCode(text)
  if (typed === '') return { ok: false, problem: 'codeMissing' }
  if (hasLostDigits(typed)) return { ok: false, problem: 'codeLostDigits' }
  const level = levelOfCode(typed)
  return level ? { ok: true, code: typed, level } : { ok: false, problem: 'codeForm' }
}

const LEVEL_NAMES: Record<Level, string[]> = {
  district: ['区', '县', '区县', '县区', '市', '旗', '县级市', 'district', 'county'],
  street: ['街道', '镇', '乡', '街道乡镇', '乡镇', '街镇', '街道办事处', '地区', 'street', 'town'],
  community: [
    '社区',
    '村',
    '社区村',
    '村社区',
    '村居',
    '居委会',
    '村委会',
    '居民委员会',
    '村民委员会',
    'community',
    'village',
  ],
  grid: ['网格', 'grid'],
}

/** Reads a level, brackets and strokes aside: 街道（镇）, 社区/村. */
export function readLevel(text: string): Level | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s/、]/g, '')
    .toLowerCase()
  return levels.find((level) => LEVEL_NAMES[level].includes(plain)) ?? null
}
