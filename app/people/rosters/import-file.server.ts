/** The file given back: its cells as they were, and what is wrong with each row in a red last column. */
import { and, asc, eq, gt } from 'drizzle-orm'
import { type Keys, unseal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { translator } from '#app/i18n/config'
import type { OutCell } from '#app/sheets/write-sheet.server'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { titleOfField } from './column-titles'
import { cellsFromText } from './import-cells'
import { isProblem } from './import-problem'
import { breathe } from './import-queue.server'
import type { ImportLine, ImportRow } from './import-records.server'

/** Files are Chinese whatever the language of the interface: they go back to whoever made them. */
const { t } = translator('zh-CN')

const PAGE_ROWS = 500
/** Further down a file has gaps that need not be shown again. */
const MOST_ROWS = 200_000

/** Null when the cells have been emptied, or never came so far. */
export async function fileWithReasons(store: Store, keys: Keys, line: ImportLine): Promise<Uint8Array | null> {
  const rows = await readRows(store, keys, line)
  return rows && writeSheet([{ name: line.sheetName ?? t('rosters.import.file.sheet'), columns: null, rows }])
}

async function readRows(store: Store, keys: Keys, { id, headerRow, columns }: ImportLine): Promise<OutCell[][] | null> {
  const shape: Shape = {
    header: headerRow ?? 0,
    width: Math.max(0, ...(columns ?? []).map(({ index }) => index + 1)),
    reasonAt: columns?.find(({ field }) => field === 'errorReason')?.index,
  }
  const out: OutCell[][] = []
  let isThere = false
  for (let after = 0; ; ) {
    const page = await rowPage(store, id, after)
    for (const row of page) {
      // Rows that were blank are blank again, so that numbers stay what the page says.
      while (out.length < row.rowNumber - 1 && row.rowNumber <= MOST_ROWS) out.push([])
      out.push(outRow(keys, row, shape))
      isThere ||= row.cellsSealed !== null
    }
    const last = page.at(-1)
    if (!last) return isThere ? out : null
    after = last.rowNumber
    await breathe()
  }
}

async function rowPage({ db, tables: { importRows } }: Store, importId: string, after: number): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.rowNumber, after)))
    .orderBy(asc(importRows.rowNumber))
    .limit(PAGE_ROWS)
}

type Shape = { header: number; width: number; reasonAt: number | undefined }

/** Without the column that an earlier file of ours brought along; with a new one at the end. */
function outRow(keys: Keys, row: ImportRow, { header, width, reasonAt }: Shape): OutCell[] {
  const text = row.cellsSealed ? unseal(keys, row.cellsSealed) : null
  const cells: OutCell[] = (text ? cellsFromText(text) : []).map((cell) =>
    typeof cell === 'boolean' ? String(cell) : cell,
  )
  const whole = [...cells, ...Array<null>(Math.max(0, width - cells.length)).fill(null)]
  const kept = whole.filter((_, index) => index !== reasonAt)
  if (row.rowNumber < header) return cells
  if (row.rowNumber === header) return [...kept, { value: titleOfField('errorReason'), look: 'bold' }]
  return [...kept, reasonOf(row)]
}

function reasonOf(row: ImportRow): OutCell {
  if (row.outcome === 'fault') return { value: (row.faults ?? []).map(faultText).join('\n'), look: 'red' }
  if (row.choice !== null && row.choice !== 'skip') return { value: t('rosters.import.file.passed'), look: 'quiet' }
  if (row.outcome === 'conflict') return { value: t('rosters.import.file.conflict'), look: 'red' }
  if (row.outcome === 'duplicate')
    return { value: t('rosters.import.file.duplicateOf', { row: row.candidates?.[0] ?? '' }), look: 'red' }
  return row.outcome === 'unchecked' ? null : { value: t('rosters.import.file.passed'), look: 'quiet' }
}

const faultText = ({ column, value, problem }: NonNullable<ImportRow['faults']>[number]): string =>
  isProblem(problem) ? t(`rosters.fault.${problem}`, { column: column ?? '', value: value ?? '' }) : problem
