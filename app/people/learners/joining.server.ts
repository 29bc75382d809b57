/** Joining: a learner says which entry of an organization's roster they are, without an account. */
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import { isTaken, type Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { forgiveTry, personByCode, personByNameAndTail } from '#app/people/rosters/join-tries.server'
import { keepEntry } from '#app/people/rosters/memberships.server'
import { alias } from '#drizzle/kit'
import { insertLearner, type Learner } from './learners.server'
import { insertLink, openLinksOf } from './links.server'

export type JoiningOrganization = { id: string; name: string; isClosed: boolean; takenOverBy: string | null }

/** The organization behind a joining link; `takenOverBy` is the joining code of the one that took it over. */
export async function organizationByJoinCode(store: Store, joinCode: string): Promise<JoiningOrganization | null> {
  const { organizations } = store.tables
  const successor = alias(organizations, 'successor')
  const [row] = await store.db
    .select({
      id: organizations.id,
      name: organizations.name,
      closedOn: organizations.closedOn,
      takenOverBy: successor.joinCode,
    })
    .from(organizations)
    .leftJoin(successor, eq(successor.id, organizations.mergedInto))
    .where(eq(organizations.joinCode, joinCode))
  return row ? { id: row.id, name: row.name, isClosed: row.closedOn !== null, takenOverBy: row.takenOverBy } : null
}

/** What was typed: a name with the last four digits of a phone, or a personal code. */
export type Typed = { way: 'name'; name: string; tail: string } | { way: 'code'; code: string }

export type Joined = { kind: 'joined'; learnerId: string } | { kind: 'no-match' } | { kind: 'leave-first' }

/** A refusal takes so many milliseconds, whatever was looked up for it: counting a try at a name that exists takes longer. */
const REFUSAL_TAKES = 40

type Joining = { organizationId: string; typed: Typed; learner: Learner | null; keys: Keys; trail: Trail }

/**
 * Joins a learner, who is made where there is none yet, to the person of the roster that what they typed fits. Whatever
 * does not fit is one answer: no match. Joining again as the same person changes nothing.
 */
export async function joinPerson(store: Store, joining: Joining): Promise<Joined> {
  const begun = performance.now()
  const personId = await personMeant(store, joining)
  if (!personId) {
    await sleep(Math.max(0, REFUSAL_TAKES - (performance.now() - begun)))
    return { kind: 'no-match' }
  }
  const { organizationId, learner } = joining
  if (joining.typed.way === 'name') await forgiveTry(store, { personId, organizationId })
  const joiner = learner ?? { id: newId(), regionId: null }
  const known = await joinedAs(store, joiner.id, organizationId)
  if (known) return known === personId ? { kind: 'joined', learnerId: joiner.id } : { kind: 'leave-first' }
  await keepLink(store, joining, { personId, joiner })
  return { kind: 'joined', learnerId: joiner.id }
}

function personMeant(store: Store, { organizationId, typed, keys, trail: { now } }: Joining): Promise<string | null> {
  return typed.way === 'name'
    ? personByNameAndTail(store, { organizationId, now, name: typed.name, tail: typed.tail })
    : personByCode(store, keys, { organizationId, now, code: typed.code })
}

/** No learner's id goes into the log: the log outlives what a learner may have forgotten. */
async function keepLink(
  store: Store,
  { organizationId, typed, trail }: Joining,
  { personId, joiner }: { personId: string; joiner: Learner },
): Promise<void> {
  const detail = { organization: organizationId, way: typed.way }
  const deed = { action: 'learner.join', subject: { kind: 'person', id: personId }, detail } as const
  try {
    await audited(store, trail, deed, (tx) => [
      insertLearner(store, tx, joiner, trail.now),
      insertLink(store, tx, { learnerId: joiner.id, personId, organizationId }, trail.now),
      ...keepEntry(store, tx, personId, organizationId),
    ])
  } catch (error) {
    // Two taps at once: the other one has joined.
    if (!isTaken(error) || (await joinedAs(store, joiner.id, organizationId)) !== personId) throw error
  }
}

/** The person a learner has joined an organization as; null while they have not. */
export async function joinedAs(store: Store, learnerId: string, organizationId: string): Promise<string | null> {
  const links = await openLinksOf(store, learnerId)
  return links.find((link) => link.organizationId === organizationId)?.personId ?? null
}
