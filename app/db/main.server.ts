import { env } from '#app/env.server'
import { createSqliteStore } from './sqlite.server'
import type { Store } from './store.server'

const kept = globalThis as { zhihuoStore?: Store }

/** The process's own store. Routes pass it to the data functions; nothing below the routes imports it. */
kept.zhihuoStore ??= createSqliteStore(env.DATABASE_FILE)
export const store: Store = kept.zhihuoStore
