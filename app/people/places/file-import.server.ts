/** The two steps of importing a file of this room: it is read and kept as a draft, and written when that is confirmed. */
import type { ZodType } from 'zod'
import type { Store } from '#app/db/store.server'
import type { Translate } from '#app/i18n/config'
import type { Trail } from '#app/people/audit/trail'
import { type DraftKind, findDraft, keepDraft } from './drafts.server'
import type { Fault } from './import-fault'
import type { ReadFile } from './places-import.server'
import type { Scope } from './scope'
import { draftIn, uploadedFile } from './upload.server'

/** What one kind of file is and what is done with it. */
export type FileImport<Understood, Plan> = {
  kind: DraftKind
  /** What a draft of it holds. */
  schema: ZodType<Understood>
  read: (bytes: Uint8Array) => Promise<ReadFile<Understood>>
  plan: (store: Store, scope: Scope, file: Understood) => Promise<Plan>
  apply: (
    store: Store,
    at: { scope: Scope; trail: Trail; draftId: string },
    file: Understood,
  ) => Promise<{ faults: Fault[] }>
}

/** Whose import it is. */
type By = { account: { id: string; scope: Scope }; trail: Trail }

/** Why nothing was kept or written: one sentence about the file, or what is wrong in it. */
export type RefusedImport = { error: string | null; faults: Fault[] }

/** What the draft of this id would change, as things are now; no plan without an id, or when the draft has gone. */
export async function findPreview<Understood, Plan>(
  store: Store,
  { kind, schema, plan }: FileImport<Understood, Plan>,
  { account, trail }: By,
  draftId: string | null,
): Promise<{ draftId: string; isExpired: boolean; plan: Plan | null }> {
  const draft = { accountId: account.id, kind, id: draftId ?? '', now: trail.now }
  const kept = schema.safeParse(draftId === null ? null : await findDraft(store, draft))
  return {
    draftId: draftId ?? '',
    isExpired: draftId !== null && !kept.success,
    plan: kept.success ? await plan(store, account.scope, kept.data) : null,
  }
}

/** `preview`: a draft to look at, which may have gone in the meantime. */
type Taken = { step: 'refused'; refused: RefusedImport } | { step: 'preview'; draftId: string } | { step: 'written' }

/** Takes what a form brings: a file to read, or a draft that is confirmed. */
export async function takeImport<Understood, Plan extends { faults: Fault[] }>(
  store: Store,
  files: FileImport<Understood, Plan>,
  by: By,
  form: FormData,
  t: Translate,
): Promise<Taken> {
  const draftId = draftIn(form)
  if (draftId !== null) return writeDraft(store, files, by, draftId)
  const bytes = await uploadedFile(form)
  return bytes ? keepFile(store, files, by, bytes, t) : refusedFor(t('places.upload.fileMissing'))
}

async function writeDraft<Understood, Plan>(
  store: Store,
  { kind, schema, apply }: FileImport<Understood, Plan>,
  { account, trail }: By,
  draftId: string,
): Promise<Taken> {
  const kept = schema.safeParse(await findDraft(store, { accountId: account.id, kind, id: draftId, now: trail.now }))
  if (!kept.success) return { step: 'preview', draftId }
  const { faults } = await apply(store, { scope: account.scope, trail, draftId }, kept.data)
  return faults.length > 0 ? refusedFor(null, faults) : { step: 'written' }
}

async function keepFile<Understood, Plan extends { faults: Fault[] }>(
  store: Store,
  { kind, read, plan }: FileImport<Understood, Plan>,
  { account, trail }: By,
  bytes: Uint8Array,
  t: Translate,
): Promise<Taken> {
  const taken = await read(bytes)
  if (!taken.ok) return refusedFor(t(`sheets.refusals.${taken.refusal}`))
  const planned = await plan(store, account.scope, taken.file)
  const faults = [...taken.faults, ...planned.faults]
  if (faults.length > 0) return refusedFor(null, faults)
  const draft = { accountId: account.id, kind, body: taken.file, now: trail.now }
  return { step: 'preview', draftId: await keepDraft(store, draft) }
}

const refusedFor = (error: string | null, faults: Fault[] = []): Taken => ({
  step: 'refused',
  refused: { error, faults },
})
