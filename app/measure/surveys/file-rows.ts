/** The rows of a finished survey, as they are understood with a mapping. Nothing is looked up but what is given. Pure. */
import type { Instrument } from '#app/content/schema'
import { itemIdsOf, sheetFault } from './answer-sheet'
import type { AnswerReader } from './file-answer'
import {
  readAge,
  readBirthYear,
  readEligible,
  readMode,
  readMoment,
  readNumber,
  readProxy,
  readSeconds,
  readSex,
  secondsBetween,
} from './file-cells'
import type { RowFault } from './file-fault'
import { itemTarget, type Mapping, roleTarget, splitColumns } from './file-mapping'
import { type FileRole, isMinutesTitle } from './file-roles'
import type { FileTable } from './file-table'
import { readUnitCode } from './unit-code'
import type { Mode, WaveDesign } from './wave'

/** What must be known to read a row. `streetOf`: the id of a place of the wave by code or name. */
export type RowContext = {
  table: FileTable
  mapping: Mapping
  instrument: Instrument
  read: AnswerReader
  frame: { ageFrom: number; ageTo: number; fieldTo: string; design: Pick<WaveDesign, 'household'> }
  streetOf: (said: string) => string | null
  units: ReadonlyMap<string, { id: string; isTaken: boolean }>
}

export type FileRow = {
  row: number
  sheet: ReadonlyMap<string, readonly string[]>
  sex: 'female' | 'male' | null
  age: number | null
  regionId: string | null
  isProxy: boolean
  seconds: number | null
  /** What names the person, to be hashed at once; '' where nobody is named. */
  person: string
  mode: Mode
  weight: number | null
  stratum: string | null
  cluster: string | null
  unitId: string | null
  /** How many persons of the unit could have been asked; null: not said, or not to be counted. */
  eligible: number | null
  /** When it began, or else when it was sent; null: not said. */
  at: string | null
  usesLetters: boolean
}

/** Each row, or what is wrong with it. A birth year makes the age of the year in which the field work ended. */
export function understandRows(context: RowContext): { rows: FileRow[]; faults: RowFault[] } {
  const rows: FileRow[] = []
  const faults: RowFault[] = []
  const seenUnits = new Set<string>()
  for (const { number, cells } of context.table.rows) {
    const row = new RowReader(context, number, cells)
    const understood = row.understand(seenUnits)
    if (row.faults.length === 0) rows.push(understood)
    faults.push(...row.faults)
  }
  return { rows, faults }
}

class RowReader {
  readonly faults: RowFault[] = []
  constructor(
    readonly context: RowContext,
    readonly number: number,
    readonly cells: string[],
  ) {}

  understand(seenUnits: Set<string>): FileRow {
    const startedAt = readMoment(this.cell('startedAt'))
    const endedAt = readMoment(this.cell('endedAt'))
    const { sheet, usesLetters } = this.answers()
    return {
      row: this.number,
      sheet,
      usesLetters,
      sex: this.optional('sex', readSex, 'sexForm'),
      age: this.age(),
      regionId: this.optional('street', this.context.streetOf, 'streetUnknown'),
      isProxy: readProxy(this.cell('proxy')),
      seconds: this.seconds() ?? secondsBetween(startedAt, endedAt),
      person: this.cell('person').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase(),
      mode: this.optional('mode', readMode, 'modeForm') ?? 'file',
      weight: this.weight(),
      stratum: this.cell('stratum').slice(0, MOST_CHARACTERS) || null,
      cluster: this.cell('cluster').slice(0, MOST_CHARACTERS) || null,
      unitId: this.unit(seenUnits),
      eligible: this.eligible(),
      at: startedAt ?? endedAt,
    }
  }

  private column(role: FileRole): number | null {
    const at = this.context.mapping.get(roleTarget(role))
    return typeof at === 'number' ? at : null
  }

  private cell(role: FileRole): string {
    const at = this.column(role)
    return at === null ? '' : (this.cells[at] ?? '')
  }

  private title = (at: number | null): string => (at === null ? '' : (this.context.table.titles[at] ?? ''))

  private fault(role: FileRole, problem: RowFault['problem']): null {
    this.faults.push({ row: this.number, column: this.title(this.column(role)), value: this.cell(role), problem })
    return null
  }

  /** An empty cell is null and no fault. */
  private optional<Value>(
    role: FileRole,
    read: (text: string) => Value | null,
    problem: RowFault['problem'],
  ): Value | null {
    const text = this.cell(role)
    return text === '' ? null : (read(text) ?? this.fault(role, problem))
  }

  private age(): number | null {
    const { ageFrom, ageTo, fieldTo } = this.context.frame
    const year = this.optional('birthYear', readBirthYear, 'birthForm')
    const said = this.optional('age', readAge, 'ageForm')
    const age = said ?? (year === null ? null : Number(fieldTo.slice(0, 4)) - year)
    if (age === null || (age >= ageFrom && age <= ageTo)) return age
    return this.fault(said === null ? 'birthYear' : 'age', 'ageFrame')
  }

  private seconds(): number | null {
    const isMinutes = isMinutesTitle(this.title(this.column('seconds')))
    return this.optional('seconds', (text) => readSeconds(text, isMinutes), 'secondsForm')
  }

  /** Where there is a column of weights, everybody needs one. */
  private weight(): number | null {
    if (this.column('weight') === null) return null
    const text = this.cell('weight')
    if (text === '') return this.fault('weight', 'weightMissing')
    const weight = readNumber(text)
    if (weight === null) return this.fault('weight', 'weightForm')
    return weight > 0 ? weight : this.fault('weight', 'weightNotPositive')
  }

  private unit(seen: Set<string>): string | null {
    const text = this.cell('unit')
    if (text === '') return null
    const unit = this.context.units.get(readUnitCode(text) ?? '')
    if (!unit) return this.fault('unit', 'unitUnknown')
    if (unit.isTaken) return this.fault('unit', 'unitTaken')
    if (seen.has(unit.id)) return this.fault('unit', 'unitTwice')
    seen.add(unit.id)
    return unit.id
  }

  /** Counts for a household known by its code, in a wave that asks one person of each. */
  private eligible(): number | null {
    if (this.context.frame.design.household !== 'kish' || this.cell('unit') === '') return null
    return this.optional('eligible', readEligible, 'eligibleForm')
  }

  private answers(): { sheet: ReadonlyMap<string, readonly string[]>; usesLetters: boolean } {
    const { instrument, mapping, read } = this.context
    const sheet = new Map<string, readonly string[]>()
    let usesLetters = false
    for (const itemId of itemIdsOf(instrument)) {
      const at = mapping.get(itemTarget(itemId))
      const cell = typeof at === 'number' ? (this.cells[at] ?? '') : ''
      const answer = at === 'split' ? this.ticked(itemId) : read(itemId, cell)
      const column = at === 'split' ? itemId : this.title(at ?? null)
      if (answer.options === null) this.faults.push({ row: this.number, column, value: cell, problem: 'optionUnknown' })
      else if (sheetFault(instrument, new Map([[itemId, answer.options]])))
        this.faults.push({ row: this.number, column, value: cell, problem: 'contradiction' })
      else if (answer.options.length > 0) sheet.set(itemId, answer.options)
      usesLetters ||= answer.options !== null && answer.how === 'letter'
    }
    return { sheet, usesLetters }
  }

  private ticked(itemId: string): ReturnType<AnswerReader> {
    const { table, instrument } = this.context
    const columns = [...splitColumns(table.titles, instrument, itemId)]
    const options = columns
      .filter(([, at]) => /^(1|true|yes|是|√)$/i.test(this.cells[at] ?? ''))
      .map(([option]) => option)
    return { options, how: options.length === 0 ? 'blank' : 'words' }
  }
}

const MOST_CHARACTERS = 60
