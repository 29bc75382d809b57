/**
 * A file of places or organizations between the upload and the confirmation: the rows as they were understood, for a
 * day, for the one who uploaded it. They hold no persons; the rows of a finished survey, which might, come sealed.
 */
import { and, eq, gt, lt, or } from 'drizzle-orm'
import { isId, newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'

export type DraftKind = 'places' | 'organizations' | 'frame' | 'survey'

const KEPT_MILLISECONDS = 24 * 3_600_000

/** Keeps the rows of a file and says under which id. An account has one of each kind; drafts that are too old go. */
export async function keepDraft(
  store: Store,
  { accountId, kind, body, now }: { accountId: string; kind: DraftKind; body: unknown; now: Date },
): Promise<string> {
  const { placeDrafts } = store.tables
  const id = newId()
  await store.atomically((tx) => [
    tx
      .delete(placeDrafts)
      .where(
        or(
          lt(placeDrafts.createdAt, oldest(now)),
          and(eq(placeDrafts.accountId, accountId), eq(placeDrafts.kind, kind)),
        ),
      ),
    tx.insert(placeDrafts).values({ id, accountId, kind, body, createdAt: now }),
  ])
  return id
}

/** The rows kept under an id by this account; null when there are none or they are too old. */
export async function findDraft(
  store: Store,
  { accountId, kind, id, now }: { accountId: string; kind: DraftKind; id: string; now: Date },
): Promise<unknown> {
  const { placeDrafts } = store.tables
  if (!isId(id)) return null
  const own = and(
    eq(placeDrafts.accountId, accountId),
    eq(placeDrafts.kind, kind),
    gt(placeDrafts.createdAt, oldest(now)),
  )
  const [draft] = await store.db
    .select({ body: placeDrafts.body })
    .from(placeDrafts)
    .where(and(eq(placeDrafts.id, id), own))
  return draft?.body ?? null
}

/** The statement that lets a draft go, to stand in the write that made it real. */
export const dropDraft = ({ tables: { placeDrafts } }: Store, tx: Writer, id: string): Statement =>
  tx.delete(placeDrafts).where(eq(placeDrafts.id, id))

const oldest = (now: Date) => new Date(now.getTime() - KEPT_MILLISECONDS)
