import type * as tables from '#drizzle/schema/index'
import type { Search } from './search'
import type { openSqlite } from './sqlite.server'

type Db = ReturnType<typeof openSqlite>['db']

/** What a data function may read with: no writing, no transaction. */
export type Reader = Pick<Db, 'select' | 'selectDistinct' | '$count'>

/** What `atomically` builds its statements with. */
export type Writer = Pick<Db, 'insert' | 'update' | 'delete' | 'select'>

/** A built statement that has not run yet. */
export type Statement = { run(): unknown }

/**
 * The door to the database. Every data function takes it first. Writes go through `atomically` as a list of statements,
 * because an async callback inside a better-sqlite3 transaction is not atomic (docs/decisions/003).
 */
export type Store = {
  db: Reader
  tables: typeof tables
  /** Runs all statements in one transaction, or none. Rejects with the database's error; see `isTaken`. */
  atomically(build: (tx: Writer) => Statement[]): Promise<void>
  /**
   * The same in a thread of its own, for the few lists that take longer than a page may wait: others can read meanwhile.
   * Takes statements that are not prepared.
   */
  atomicallyAside(build: (tx: Writer) => Statement[]): Promise<void>
  /** Finding words in what is taught: not portable SQL, so each kind of database has its own way. */
  search: Search
  close(): void
}

/** True when a write was refused because its key is already there. */
export function isTaken(error: unknown): boolean {
  const code =
    (error as { code?: string; cause?: { code?: string } }).code ?? (error as { cause?: { code?: string } }).cause?.code
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE'
}
