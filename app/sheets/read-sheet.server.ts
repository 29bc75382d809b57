import type { SheetRow } from './cell'
import { firstLook } from './first-look'
import { type SheetLimits, sheetLimits } from './limits'
import type { Refusal } from './refusal'
import { runInThread } from './thread.server'

export type SheetRead =
  | { ok: true; sheetName: string | null; encoding: 'xlsx' | 'utf-8' | 'gb18030' | 'utf-16le'; rowCount: number }
  | { ok: false; refusal: Refusal }

export type ReadOptions = {
  /** Wanted first, in this order; else the first visible sheet with something in it. */
  sheetNames?: string[]
  limits?: Partial<SheetLimits>
}

/**
 * Reads an uploaded .xlsx or CSV file, whatever it is called. Rows come in batches of at most 500, the next only when
 * `onRows` has taken the last; what it throws stops the work and is thrown on. `onRows` must not itself read or write a
 * sheet: both places could be taken by those who wait for one. When a file is refused after all (it was broken further
 * down), the rows handed over until then count for nothing.
 */
export async function readSheet(
  bytes: Uint8Array,
  onRows: (rows: SheetRow[]) => Promise<void>,
  { sheetNames = [], limits: changed }: ReadOptions = {},
): Promise<SheetRead> {
  const limits = { ...sheetLimits, ...changed }
  const look = firstLook(bytes, limits.bytes)
  if (look.kind === 'refused') return { ok: false, refusal: look.refusal }
  // A copy, because the thread takes the memory over. (slice() of a Buffer would be no copy.)
  const copy = new Uint8Array(bytes)
  const ended = await runInThread<SheetRow[], SheetRead>(
    look.kind === 'zip'
      ? { kind: 'read-xlsx', bytes: copy, sheetNames, limits }
      : { kind: 'read-csv', bytes: copy, limits },
    onRows,
    limits.milliseconds,
  )
  if (ended.how === 'finished') return ended.result
  return { ok: false, refusal: ended.how === 'memory' ? 'unpacks-too-large' : 'damaged' }
}
