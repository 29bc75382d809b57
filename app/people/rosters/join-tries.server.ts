/**
 * Who on a roster is meant by what somebody typed to join it. Every try by name is counted before it is looked at, for
 * each person of that name, so that many tries at once are no more than many one after the other.
 */
import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Keys } from '#app/db/sealed.server'
import type { Store, Writer } from '#app/db/store.server'
import { withConsent } from './consents.server'
import { joinCodeHash } from './person-codes.server'
import { isConsentNeeded } from './persons.server'

/** Wrong tries at one person in a day. */
export const JOIN_TRIES = 10

export type Tried = { organizationId: string; now: Date }

/** The one person of the roster with this name and these last four digits; null in every other case. */
export async function personByNameAndTail(
  store: Store,
  { name, tail, organizationId, now }: Tried & { name: string; tail: string },
): Promise<string | null> {
  const { persons, memberships } = store.tables
  const today = shanghaiDay(now)
  const onRoster = (reader: Pick<Writer, 'select'>) =>
    reader
      .select({ id: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.endedOn)))
  const count = sql`case when ${persons.joinFailuresOn} = ${today} then ${persons.joinFailures} + 1 else 1 end`
  await store.atomically((tx) => [
    tx
      .update(persons)
      .set({ joinFailures: count, joinFailuresOn: today })
      .where(and(eq(persons.name, name), inArray(persons.id, onRoster(tx)))),
  ])
  const rows = await store.db
    .select({ id: persons.id, birthYear: persons.birthYear, phoneTail: persons.phoneTail })
    .from(persons)
    .where(and(eq(persons.name, name), inArray(persons.id, onRoster(store.db)), lte(persons.joinFailures, JOIN_TRIES)))
  return theOne(
    store,
    rows.filter(({ phoneTail }) => phoneTail === tail),
    now,
  )
}

/** The one person of the roster with this personal code, as `normalisePersonCode` gives it; null in every other case. */
export async function personByCode(
  store: Store,
  keys: Keys,
  { code, organizationId, now }: Tried & { code: string },
): Promise<string | null> {
  const { persons, memberships } = store.tables
  const rows = await store.db
    .select({ id: sql<string>`coalesce(${persons.mergedInto}, ${persons.id})` })
    .from(persons)
    .where(eq(persons.joinCodeHash, joinCodeHash(keys, code)))
  const found = await store.db
    .selectDistinct({ id: persons.id, birthYear: persons.birthYear })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        inArray(
          persons.id,
          rows.map(({ id }) => id),
        ),
        eq(memberships.organizationId, organizationId),
        isNull(memberships.endedOn),
      ),
    )
  return theOne(store, found, now)
}

/** Takes a counted try back: it was right. */
export async function forgiveTry(
  store: Store,
  { personId, organizationId }: { personId: string; organizationId: string },
) {
  const { persons, memberships } = store.tables
  const [person] = await store.db.select({ name: persons.name }).from(persons).where(eq(persons.id, personId))
  if (!person) return
  await store.atomically((tx) => [
    tx
      .update(persons)
      .set({ joinFailures: sql`${persons.joinFailures} - 1` })
      .where(
        and(
          eq(persons.name, person.name),
          gt(persons.joinFailures, 0),
          inArray(
            persons.id,
            tx
              .select({ id: memberships.personId })
              .from(memberships)
              .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.endedOn))),
          ),
        ),
      ),
  ])
}

async function theOne(
  store: Store,
  found: { id: string; birthYear: number | null }[],
  now: Date,
): Promise<string | null> {
  const consenting = await withConsent(
    store,
    found.map(({ id }) => id),
  )
  const [only, another] = found
  if (!only || another) return null
  return isConsentNeeded(only.birthYear, now) && !consenting.has(only.id) ? null : only.id
}
