/** Conditions that must hold in the very moment of writing, in a list of statements that reads nothing. */
import { type SQL, sql } from 'drizzle-orm'

/**
 * A value for a NOT NULL column that is there only while the condition holds. When it no longer does, the value is null,
 * the database refuses it, and with it the whole list; see `isUnprovided`. So of two writes that both found a link unused,
 * or a code not taken, the second fails whole.
 */
export const provided = (condition: SQL | undefined, value: string): SQL<string> =>
  sql<string>`case when ${condition ?? sql`1 = 0`} then ${value} end`

/** True when a write was refused because what it was provided on is no longer so. */
export function isUnprovided(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return (code ?? cause?.code) === 'SQLITE_CONSTRAINT_NOTNULL'
}
