import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as tables from '#drizzle/schema/index'
import { type SqlText, writeAside } from './aside.server'
import { sqliteSearch } from './search.server'
import type { Statement, Store } from './store.server'

/** Waiting comes first: a second process may be switching the file to WAL at this moment. */
const PRAGMAS = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON']

/** Opens (and creates) the database file, or a private one in memory for ':memory:'. */
export function openSqlite(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Database(file)
  for (const pragma of PRAGMAS) sqlite.pragma(pragma)
  return { sqlite, db: drizzle(sqlite, { schema: tables }) }
}

/** A store on an SQLite file, with every generated migration applied. */
export function createSqliteStore(file: string, migrationsFolder = 'drizzle/sqlite/migrations'): Store {
  const { sqlite, db } = openSqlite(file)
  migrate(db, { migrationsFolder })
  const atomically: Store['atomically'] = async (build) => {
    db.transaction(
      (tx) => {
        for (const statement of build(tx as unknown as typeof db)) statement.run()
      },
      { behavior: 'immediate' },
    )
  }
  return {
    db,
    tables,
    atomically,
    // A database in memory is seen by one connection only.
    atomicallyAside: file === ':memory:' ? atomically : (build) => writeAside(file, PRAGMAS, build(db).map(textOf)),
    search: sqliteSearch(sqlite),
    close: () => sqlite.close(),
  }
}

/** The text of a statement and what stands in its places. */
function textOf(statement: Statement): SqlText {
  if (!('toSQL' in statement) || typeof statement.toSQL !== 'function')
    throw new Error('a prepared statement has no text')
  return statement.toSQL()
}
