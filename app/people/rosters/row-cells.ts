import type { Cell, SheetRow } from '#app/sheets/cell'
import type { RosterField } from './column-titles'
import type { UsedColumn } from './columns'
import { type Fault, shownValue } from './fault'
import type { Problem, Reading } from './problems'

/** The cells of one row by field. `take` gives a value, or null and keeps the fault; `blame` adds one that a comparison found. */
export type RowCells = {
  cell: (field: RosterField) => Cell
  title: (field: RosterField) => string | null
  take: <Value>(field: RosterField, reading: Reading<Value>) => Value | null
  blame: (field: RosterField, problem: Problem) => void
  faults: Fault[]
}

export function rowCells({ cells }: SheetRow, columns: readonly UsedColumn[]): RowCells {
  const faults: Fault[] = []
  const columnOf = (field: RosterField) => columns.find((column) => column.field === field)
  const cell = (field: RosterField): Cell => cells[columnOf(field)?.index ?? -1] ?? null
  const title = (field: RosterField) => columnOf(field)?.title ?? null
  const blame = (field: RosterField, problem: Problem) => {
    faults.push({ column: title(field), value: shownValue(field, cell(field)), problem })
  }
  const take: RowCells['take'] = (field, reading) => {
    if (reading.kind === 'fault') blame(field, reading.problem)
    return reading.kind === 'value' ? reading.value : null
  }
  return { cell, title, take, blame, faults }
}
