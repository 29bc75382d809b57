/**
 * Every version of a module that was ever served is kept whole, so that an attempt is shown and graded with the very
 * questions it began with, however the files change later.
 */
import { and, eq } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Catalog, Module } from './schema'

const remembered = new WeakMap<Store, Map<string, Module>>()

/** Keeps the versions now served. Called once at start; harmless to repeat. */
export async function recordVersions(store: Store, catalog: Catalog, now: Date): Promise<void> {
  const { contentVersions } = store.tables
  await store.atomically((tx) =>
    catalog.modules.map((module) =>
      tx
        .insert(contentVersions)
        .values({ moduleId: module.id, version: module.version, body: module, firstServedAt: now })
        .onConflictDoNothing(),
    ),
  )
}

/** The module as it was in `version`. Throws when that version was never recorded: our own mistake. */
export async function moduleAt(store: Store, moduleId: string, version: string): Promise<Module> {
  const memory = remembered.get(store) ?? new Map<string, Module>()
  remembered.set(store, memory)
  const known = memory.get(`${moduleId}@${version}`)
  if (known) return known
  const { contentVersions } = store.tables
  const [row] = await store.db
    .select({ body: contentVersions.body })
    .from(contentVersions)
    .where(and(eq(contentVersions.moduleId, moduleId), eq(contentVersions.version, version)))
  if (!row) throw new Error(`Version ${version} of ${moduleId} was never recorded`)
  const module = row.body as Module
  memory.set(`${moduleId}@${version}`, module)
  return module
}
