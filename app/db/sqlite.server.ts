import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as tables from '#drizzle/schema/index'
import type { Store } from './store.server'

/** Opens (and creates) the database file, or a private one in memory for ':memory:'. */
export function openSqlite(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Database(file)
  // Waiting comes first: a second process may be switching the file to WAL at this moment.
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('foreign_keys = ON')
  return { sqlite, db: drizzle(sqlite, { schema: tables }) }
}

/** A store on an SQLite file, with every generated migration applied. */
export function createSqliteStore(file: string, migrationsFolder = 'drizzle/sqlite/migrations'): Store {
  const { sqlite, db } = openSqlite(file)
  migrate(db, { migrationsFolder })
  return {
    db,
    tables,
    async atomically(build) {
      db.transaction(
        (tx) => {
          for (const statement of build(tx as unknown as typeof db)) statement.run()
        },
        { behavior: 'immediate' },
      )
    },
    close: () => sqlite.close(),
  }
}
