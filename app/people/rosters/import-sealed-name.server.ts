import { type Keys, unseal } from '#app/db/sealed.server'
import { cellsFromText } from './import-cells'
import type { Import, ImportRow } from './import-records.server'
import { nameOf } from './person-name'

/** The name in the cells of a faulty row, which stands nowhere else; null when there is none, or the cells are gone. */
export function sealedName(
  keys: Keys,
  columns: Import['columns'],
  { cellsSealed }: Pick<ImportRow, 'cellsSealed'>,
): string | null {
  const column = columns?.find(({ field }) => field === 'name')
  const text = column && cellsSealed ? unseal(keys, cellsSealed) : null
  if (!column || text === null) return null
  const reading = nameOf(cellsFromText(text)[column.index] ?? null)
  return reading.kind === 'value' ? reading.value : null
}
