/** A file of the communities that can be drawn, as it is understood and compared with the wave's place. */
import { z } from 'zod'
import { hasLostDigits, levelOfCode, normaliseCode, parentCode } from '#app/people/places/code'
import type { Fault, FaultProblem } from '#app/people/places/import-fault'
import { columnsMissing } from '#app/people/places/places-file'
import { readPeople } from '#app/people/places/population-bands'
import { type Field, findTable, type TableRow } from '#app/people/places/sheet-table'
import type { SheetRow } from '#app/sheets/cell'

export const FRAME_SHEET = '抽样框'

export const FRAME_FIELDS = {
  street: { titles: ['街道', '所属街道', '街道（乡镇）', '乡镇', '镇街', 'street'] },
  code: { titles: ['社区编码', '社区代码', '编码', '代码', '村（居）代码', '统计用区划代码', 'code'], isNeeded: true },
  name: { titles: ['社区名称', '社区', '名称', '村居名称', '居委会', 'name'] },
  size: { titles: ['户数', '总户数', '住户数', '家庭户数', '人数', 'households'], isNeeded: true },
} satisfies Record<string, Field>
export type FrameField = keyof typeof FRAME_FIELDS

const frameLine = z.object({
  row: z.number(),
  street: z.string(),
  code: z.string(),
  name: z.string(),
  size: z.number(),
})
export type FrameLine = z.infer<typeof frameLine>

/** What is kept until the person confirms it; it belongs to one wave. */
export const frameFile = (waveId: string) => z.object({ waveId: z.literal(waveId), lines: z.array(frameLine) })
export type FrameFile = { waveId: string; lines: FrameLine[] }

const MOST_HOUSEHOLDS = 1_000_000

/** The communities of a sheet; the faults that can be seen without knowing any place. */
export function understandFrame(rows: SheetRow[], sheet: string): { lines: FrameLine[]; faults: Fault[] } {
  const table = findTable(rows, FRAME_FIELDS)
  if (!table.found) return { lines: [], faults: [columnsMissing(sheet, table.missing)] }
  const lines: FrameLine[] = []
  const faults: Fault[] = []
  for (const row of table.rows) {
    const line = readLine(row)
    if (Array.isArray(line))
      faults.push(...line.map(([field, problem]) => fault(sheet, row.number, field, row.texts[field], problem)))
    else lines.push(line)
  }
  return { lines, faults }
}

function readLine({ number, texts }: TableRow<FrameField>): FrameLine | [FrameField, FaultProblem][] {
  const code = normaliseCode(texts.code)
  const size = readPeople(texts.size.replace(/户$/, ''))
  const wrong: [FrameField, FaultProblem][] = []
  if (code === '') wrong.push(['code', 'codeMissing'])
  else if (hasLostDigits(code)) wrong.push(['code', 'codeLostDigits'])
  else if (levelOfCode(code) !== 'community') wrong.push(['code', 'communityCodeForm'])
  if (size === null || size < 1 || size > MOST_HOUSEHOLDS) wrong.push(['size', 'householdsForm'])
  if (wrong.length > 0) return wrong
  return { row: number, street: texts.street, code, name: texts.name, size: size ?? 0 }
}

type Place = { id: string; code: string; name: string; level: string }
export type KnownPlace = {
  /** What codes of the wave's place begin with. */
  prefix: string
  /** The open streets and communities of the wave's place. */
  places: Place[]
}

export type PlannedCluster = {
  regionId: string
  code: string
  name: string
  stratum: string
  street: string
  size: number
}
export type FramePlan = { faults: Fault[]; clusters: PlannedCluster[] }

/** Compares with the places that are known; with any fault nothing of it may be written. */
export function planFrame(lines: FrameLine[], known: KnownPlace): FramePlan {
  const byCode = new Map(known.places.map((place) => [place.code, place]))
  const streets = known.places.filter(({ level }) => level === 'street')
  const firstRows = new Map<string, number>()
  const plan: FramePlan = { faults: [], clusters: [] }
  for (const line of lines) {
    const first = firstRows.get(line.code)
    firstRows.set(line.code, first ?? line.row)
    const community = byCode.get(line.code)
    const street = byCode.get(parentCode({ code: line.code, level: 'community' }) ?? '')
    const at = (field: FrameField, problem: FaultProblem, data?: Fault['data']) =>
      plan.faults.push(fault(FRAME_SHEET, line.row, field, field === 'street' ? line.street : line.code, problem, data))
    if (first !== undefined) at('code', 'codeTwice', { first })
    else if (!line.code.startsWith(known.prefix)) at('code', 'outsideWave')
    else if (!community || !street) at('code', 'codeUnknown')
    else if (line.street !== '' && !isCalled(street, line.street)) {
      const other = streets.some((one) => isCalled(one, line.street))
      at('street', other ? 'streetOther' : 'streetUnknown', { street: street.name })
    } else {
      const { id, code, name } = community
      plan.clusters.push({ regionId: id, code, name, stratum: street.code, street: street.name, size: line.size })
    }
  }
  return plan
}

/** A street may be named by its code, its full name, or the name without 街道 or what stands in brackets. */
const isCalled = ({ code, name }: Place, text: string): boolean =>
  normaliseCode(text) === code || plainName(name) === plainName(text)

const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/\s|街道(办事处|办)?$/g, '')

const fault = (
  sheet: string,
  row: number,
  field: FrameField,
  value: string,
  problem: FaultProblem,
  data?: Fault['data'],
): Fault => ({ sheet, row, column: FRAME_FIELDS[field].titles[0] ?? field, value, problem, ...(data ? { data } : {}) })
