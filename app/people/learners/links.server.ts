/**
 * Links: this learner is that person of an organization. An open link counts all that the learner and those merged into
 * them have learned. A closed one counts what its own learner id had earned by then, so closing writes one link for each
 * id that belongs to the learner at that moment (docs/decisions/015).
 */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { organizationsIn } from '#app/people/places/scope.server'
import { alias } from '#drizzle/kit'
import { findLearner, idsOf, listIds } from './learners.server'

export type Link = Store['tables']['learnerLinks']['$inferSelect']

/** The open links of a learner, with the organization's name; what the learner's own pages show. */
export async function listLinks(store: Store, learnerId: string) {
  const { learnerLinks, organizations } = store.tables
  return store.db
    .select({
      id: learnerLinks.id,
      personId: learnerLinks.personId,
      organizationId: learnerLinks.organizationId,
      organizationName: organizations.name,
      joinedAt: learnerLinks.joinedAt,
    })
    .from(learnerLinks)
    .innerJoin(organizations, eq(organizations.id, learnerLinks.organizationId))
    .where(and(inArray(learnerLinks.learnerId, idsOf(store, learnerId)), isNull(learnerLinks.leftAt)))
    .orderBy(learnerLinks.joinedAt, learnerLinks.id)
}

/** Every link a learner has or had, for the download of their own data: no person stands in it. */
export async function listAllLinks(store: Store, learnerId: string) {
  const { learnerLinks, organizations } = store.tables
  return store.db
    .selectDistinct({
      organization: organizations.name,
      joinedAt: learnerLinks.joinedAt,
      leftAt: learnerLinks.leftAt,
    })
    .from(learnerLinks)
    .innerJoin(organizations, eq(organizations.id, learnerLinks.organizationId))
    .where(inArray(learnerLinks.learnerId, idsOf(store, learnerId)))
    .orderBy(learnerLinks.joinedAt)
}

/** The statement that opens a link. The database refuses a second open one of the same learner and organization. */
export const insertLink = (
  store: Store,
  tx: Writer,
  link: { learnerId: string; personId: string; organizationId: string },
  now: Date,
): Statement => tx.insert(store.tables.learnerLinks).values({ id: newId(), ...link, joinedAt: now, leftAt: null })

/**
 * Closes open links: reads whose ids stand behind each and returns what builds the statements. One closed link is kept
 * for each id, so that what joins the learner later does not count for a person they have left.
 */
export async function closingOf(store: Store, links: Link[], now: Date): Promise<(tx: Writer) => Statement[]> {
  const { learnerLinks } = store.tables
  const families = await Promise.all(
    links.map(async ({ learnerId }) => listIds(store, (await findLearner(store, learnerId))?.id ?? learnerId)),
  )
  return (tx) =>
    links.flatMap((link, at) => [
      tx
        .update(learnerLinks)
        .set({ leftAt: now })
        .where(and(eq(learnerLinks.id, link.id), isNull(learnerLinks.leftAt))),
      ...(families[at] ?? [])
        .filter((learnerId) => learnerId !== link.learnerId)
        .map((learnerId) => tx.insert(learnerLinks).values({ ...link, id: newId(), learnerId, leftAt: now })),
    ])
}

/** The open links of a learner, as they are kept. */
export async function openLinksOf(store: Store, learnerId: string): Promise<Link[]> {
  const { learnerLinks } = store.tables
  return store.db
    .select()
    .from(learnerLinks)
    .where(and(inArray(learnerLinks.learnerId, idsOf(store, learnerId)), isNull(learnerLinks.leftAt)))
}

/** The open links of persons, as they are kept. */
export async function openLinksOfPersons(store: Store, personIds: string[]): Promise<Link[]> {
  const { learnerLinks } = store.tables
  return store.db
    .select()
    .from(learnerLinks)
    .where(and(inArray(learnerLinks.personId, personIds), isNull(learnerLinks.leftAt)))
}

/** Leaves an organization; leaving twice is leaving once. False when the link is not this learner's. */
export async function leaveOrganization(
  store: Store,
  { learnerId, linkId, trail }: { learnerId: string; linkId: string; trail: Trail },
): Promise<boolean> {
  const { learnerLinks } = store.tables
  const [link] = await store.db
    .select()
    .from(learnerLinks)
    .where(and(eq(learnerLinks.id, linkId), inArray(learnerLinks.learnerId, idsOf(store, learnerId))))
  if (!link || link.leftAt) return link !== undefined
  const subject = { kind: 'person', id: link.personId }
  const detail = { organization: link.organizationId }
  const close = await closingOf(store, [link], trail.now)
  await audited(store, trail, { action: 'learner.leave', subject, detail }, close)
  return true
}

/** The statement that gives the links of one learner id to another; see `forgetLearner`. */
export const reassignLinks = (store: Store, tx: Writer, from: string, to: string): Statement =>
  tx.update(store.tables.learnerLinks).set({ learnerId: to }).where(eq(store.tables.learnerLinks.learnerId, from))

/** The statement that gives the links of one person to another, when two entries turn out to be one person. */
export const moveLinksOfPerson = (store: Store, tx: Writer, from: string, to: string): Statement =>
  tx.update(store.tables.learnerLinks).set({ personId: to }).where(eq(store.tables.learnerLinks.personId, from))

/**
 * The statements that give the open links with one organization to another, which takes it over. A learner who has
 * joined both keeps the link they have there; the other one is closed.
 */
export function moveLinksOfOrganization(store: Store, tx: Writer, from: string, to: string, leftAt: Date): Statement[] {
  const { learnerLinks } = store.tables
  const open = and(eq(learnerLinks.organizationId, from), isNull(learnerLinks.leftAt))
  const other = alias(learnerLinks, 'other')
  const alreadyThere = tx
    .select({ learnerId: other.learnerId })
    .from(other)
    .where(and(eq(other.organizationId, to), isNull(other.leftAt)))
  return [
    tx
      .update(learnerLinks)
      .set({ leftAt })
      .where(and(open, inArray(learnerLinks.learnerId, alreadyThere))),
    tx.update(learnerLinks).set({ organizationId: to }).where(open),
  ]
}

/** How many devices are joined to a person now, as far as the scope reaches. */
export async function countLinks(store: Store, scope: Scope, personId: string): Promise<number> {
  const { learnerLinks } = store.tables
  return store.db.$count(learnerLinks, and(linksInScope(store, scope, personId), isNull(learnerLinks.leftAt)))
}

/**
 * Takes away all links of a person, open and closed: they were somebody else's, so nothing that was learned there counts
 * for this person. Reaches as far as the scope. Returns how many there were.
 */
export async function unlinkPerson(
  store: Store,
  { scope, personId, trail }: { scope: Scope; personId: string; trail: Trail },
): Promise<number> {
  const { learnerLinks } = store.tables
  const links = await store.db.$count(learnerLinks, linksInScope(store, scope, personId))
  const deed = { action: 'person.unlink', subject: { kind: 'person', id: personId }, detail: { links } } as const
  if (links > 0)
    await audited(store, trail, deed, (tx) => [tx.delete(learnerLinks).where(linksInScope(store, scope, personId))])
  return links
}

function linksInScope(store: Store, scope: Scope, personId: string) {
  const { learnerLinks, organizations } = store.tables
  const seen = store.db.select({ id: organizations.id }).from(organizations).where(organizationsIn(store, scope))
  return and(eq(learnerLinks.personId, personId), inArray(learnerLinks.organizationId, seen))
}
