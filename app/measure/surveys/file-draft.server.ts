/** A finished survey's file between the upload and the confirmation. It may name persons, so it is kept sealed, for a day. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instrument } from '#app/content/schema'
import { type Keys, seal, unseal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { findDraft, keepDraft } from '#app/people/places/drafts.server'
import { takeRows } from '#app/people/places/take-rows.server'
import type { Refusal } from '#app/sheets/refusal'
import { type FileTable, fileTable, findFileTable } from './file-table'

const draftBody = z.object({ waveId: z.string(), fileName: z.string(), digest: z.string(), sealed: z.string() })

export type FileDraft = { id: string; fileName: string; digest: string; table: FileTable }
type Whose = { accountId: string; keys: Keys; now: Date }

export type KeptFile =
  | { ok: true; draftId: string }
  | { ok: false; why: 'tooManyRows' | 'noTable' }
  | { ok: false; why: 'refused'; refusal: Refusal }

const LONGEST_NAME = 120

/** Reads a file and keeps what stands in it; what is no table, or says nothing about the instrument, is not kept. */
export async function keepSurveyFile(
  store: Store,
  { waveId, instrument, file }: { waveId: string; instrument: Instrument; file: { name: string; bytes: Uint8Array } },
  { accountId, keys, now }: Whose,
): Promise<KeptFile> {
  const taken = await takeRows(file.bytes, ['data', '数据'])
  if (!taken.ok) return { ok: false, why: 'refused', refusal: taken.refusal }
  if (taken.faults.length > 0) return { ok: false, why: 'tooManyRows' }
  const table = findFileTable(taken.rows, instrument)
  if (!table) return { ok: false, why: 'noTable' }
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const body = {
    waveId,
    fileName: [...file.name].slice(0, LONGEST_NAME).join(''),
    digest,
    sealed: seal(keys, JSON.stringify(table)),
  }
  return { ok: true, draftId: await keepDraft(store, { accountId, kind: 'survey', body, now }) }
}

/** The file kept under an id for this wave by this account; null when there is none, or it is too old. */
export async function findSurveyFile(
  store: Store,
  { waveId, id }: { waveId: string; id: string },
  { accountId, keys, now }: Whose,
): Promise<FileDraft | null> {
  const body = draftBody.safeParse(await findDraft(store, { accountId, kind: 'survey', id, now }))
  if (!body.success || body.data.waveId !== waveId) return null
  const text = unseal(keys, body.data.sealed)
  const { fileName, digest } = body.data
  return text === null ? null : { id, fileName, digest, table: fileTable.parse(JSON.parse(text)) }
}
