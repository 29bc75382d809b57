/** The background work on an import, from the upload until it can be looked at, and again when it must be checked anew. */
import { eq } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { log } from '#app/http/log.server'
import { checkImport } from './import-checking.server'
import { interruptImport, purgeImports } from './import-keep.server'
import { enqueueImport } from './import-queue.server'
import { GivenUp, readUpload, type Upload } from './import-reading.server'
import { changeImport, type Import } from './import-records.server'

export type NewImport = Omit<Upload, 'importId'> & { accountId: string; regionCode: string; fileName: string }

/** Keeps an upload and starts to work on it. `work` resolves when it is ready, refused or broken off; it never rejects. */
export async function startImport(
  store: Store,
  keys: Keys,
  given: NewImport,
): Promise<{ id: string; work: Promise<void> }> {
  const id = newId()
  const { accountId, organizationId, regionCode, fileName, bytes, now } = given
  await store.atomically((tx) => [
    tx.insert(store.tables.imports).values({
      id,
      accountId,
      organizationId,
      regionCode,
      fileName,
      fileBytes: bytes.length,
      status: 'reading',
      rowsRead: 0,
      rowsChecked: 0,
      isComplete: false,
      createdAt: now,
      day: shanghaiDay(now),
    }),
  ])
  const work = enqueueImport(() =>
    unlessBroken(store, id, async () => {
      await purgeImports(store, now)
      const refusal = await readUpload(store, keys, { ...given, importId: id })
      const set: Partial<Import> = refusal ? { status: 'refused', refusal } : { status: 'checking' }
      await store.atomically((tx) => [changeImport(store, tx, id, { while: ['reading'], set })])
      if (refusal) await forgetRows(store, id)
      else await checkImport(store, keys, id)
    }),
  )
  return { id, work }
}

/** Checks an import anew that waits to be applied: the roster has changed, or the list is (or is not) complete now. */
export async function checkAgain(
  store: Store,
  keys: Keys,
  importId: string,
  isComplete: boolean,
): Promise<{ work: Promise<void> }> {
  await store.atomically((tx) => [
    changeImport(store, tx, importId, { while: ['ready'], set: { status: 'checking', rowsChecked: 0, isComplete } }),
  ])
  return { work: enqueueImport(() => unlessBroken(store, importId, () => checkImport(store, keys, importId))) }
}

/** Gives up an import that waits to be applied. What was read stays until it is old. */
export async function dropImport(store: Store, importId: string): Promise<void> {
  await store.atomically((tx) => [changeImport(store, tx, importId, { while: ['ready'], set: { status: 'dropped' } })])
}

async function forgetRows(store: Store, importId: string): Promise<void> {
  const { importRows } = store.tables
  await store.atomically((tx) => [tx.delete(importRows).where(eq(importRows.importId, importId))])
}

/** Work that fails leaves the import marked as broken off. What the log says holds nothing of the file. */
async function unlessBroken(store: Store, importId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof GivenUp) return
    const { name, code, stack } = error as Error & { code?: string }
    log.error(
      { importError: name, code, at: stack?.split('\n').filter((line) => /^\s+at /.test(line)) },
      'import broke off',
    )
    await interruptImport(store, importId)
  }
}
