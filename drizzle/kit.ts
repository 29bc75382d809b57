/**
 * The column builders that every table is written with. Tables say what a column means (id, instant, day); only this
 * file knows how SQLite stores it, so that a PostgreSQL twin of this file is all the schema needs one day.
 */
import {
  type AnySQLiteColumn,
  alias,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  real as realColumn,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

export const table = sqliteTable
export { alias, check, foreignKey, index, primaryKey, uniqueIndex }

/** What a reference to a column of the same table returns. */
export type AnyColumn = AnySQLiteColumn

/** Time-ordered text made in the app (UUIDv7), or an id of the content. */
export const id = (name: string) => text(name)

export { text }

export const int = (name: string) => integer(name)

/** A number with a fraction: a chance, a weight. */
export const real = (name: string) => realColumn(name)

export const bool = (name: string) => integer(name, { mode: 'boolean' })

/** A moment in UTC, stored in milliseconds; a Date in the app. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** A calendar day in Asia/Shanghai, YYYY-MM-DD, stored when the row is written. */
export const day = (name: string) => text(name)

/** Stored and read whole, never queried into. */
export const json = <Value>(name: string) => text(name, { mode: 'json' }).$type<Value>()
