/** Everything the page of an import shows, by where the import stands. */
import { shanghaiDay } from '#app/db/day'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { PAGE_SIZE } from '#app/http/list-query'
import { countOutcomes, listRows, sampleRows } from './import-page.server'
import type { ImportLine } from './import-records.server'
import { cellsKeptSince, isUndoable, isWorking, undoableUntil } from './import-status'
import { tabFrom } from './import-tabs'
import { countByKind } from './import-written.server'

type Asked = { keys: Keys; searchParams: URLSearchParams; now: Date }

export async function readImportView(store: Store, line: ImportLine, { keys, searchParams, now }: Asked) {
  const { id, status, refusal, rowsRead, rowsChecked, isComplete } = line
  if (isWorking(status)) return { kind: 'working' as const, id, status, rowsRead, rowsChecked }
  if (status === 'refused' || status === 'interrupted') return { kind: 'refused' as const, id, status, refusal }
  const counts = await countOutcomes(store, id)
  const tab = tabFrom(searchParams.get('tab') ?? undefined, counts)
  const total = counts[tab] ?? 0
  const asked = Number(searchParams.get('page'))
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, Math.max(1, Math.ceil(total / PAGE_SIZE))) : 1
  return {
    kind: 'review' as const,
    id,
    status,
    facts: factsOf(line),
    counts,
    tab,
    page,
    total,
    rows: await listRows(store, keys, { line, tab, page }),
    sample: status === 'ready' ? await sampleRows(store, id) : [],
    written: await countByKind(store, id),
    isComplete,
    isFileKept: (line.appliedAt ?? line.createdAt) >= cellsKeptSince(now),
    undoUntil: isUndoable(line, now) && line.appliedAt ? shanghaiDay(undoableUntil(line.appliedAt)) : null,
  }
}

const factsOf = (line: ImportLine) => ({
  encoding: line.encoding,
  sheetName: line.sheetName,
  headerRow: line.headerRow,
  columns: line.columns,
  spellings: line.spellings,
  rowsRead: line.rowsRead,
  organizationId: line.organizationId,
  organizationName: line.organizationName,
  accountName: line.accountName,
  day: line.day,
})

export type ImportView = Awaited<ReturnType<typeof readImportView>>
export type ReviewView = Extract<ImportView, { kind: 'review' }>
export type RefusedView = Extract<ImportView, { kind: 'refused' }>
