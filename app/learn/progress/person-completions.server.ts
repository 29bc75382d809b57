import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { organizationIdsIn } from '#app/people/rosters/memberships.server'
import { alias } from '#drizzle/kit'
import type { Completion } from './completions.server'

export type PersonCompletion = Completion & { id: string; personId: string; day: string }

/** As many ids as one query carries. */
const AT_ONCE = 500

/**
 * What persons have passed, oldest first, through what was joined with organizations of the scope: everything of a
 * learner who is joined now, and of one who has left what was earned by then. What was earned while joined as somebody
 * else of the same organization is that person's alone (docs/decisions/015).
 */
export async function completionsOfPersons(
  store: Store,
  scope: Scope,
  personIds: readonly string[],
): Promise<PersonCompletion[]> {
  const found: PersonCompletion[] = []
  for (let from = 0; from < personIds.length; from += AT_ONCE) {
    const some = personIds.slice(from, from + AT_ONCE)
    found.push(...(await throughOpenLinks(store, scope, some)), ...(await throughClosedLinks(store, scope, some)))
  }
  const once = new Map(found.map((completion) => [`${completion.personId} ${completion.id}`, completion]))
  return [...once.values()].sort((a, b) => a.earnedAt.getTime() - b.earnedAt.getTime())
}

/** Of the learner and all that are merged into them. */
function throughOpenLinks(store: Store, scope: Scope, personIds: string[]): Promise<PersonCompletion[]> {
  const { completions, learnerLinks, learners } = store.tables
  const own = alias(learners, 'own')
  const last = sql`coalesce(${own.mergedInto}, ${own.id})`
  return store.db
    .select(columns(store))
    .from(learnerLinks)
    .innerJoin(own, eq(own.id, learnerLinks.learnerId))
    .innerJoin(learners, or(eq(learners.id, last), eq(learners.mergedInto, last)))
    .innerJoin(completions, eq(completions.learnerId, learners.id))
    .where(and(isNull(learnerLinks.leftAt), linksOf(store, scope, personIds), notSomebodyElses(store, null)))
}

/** Of the one learner id that each closed link carries. */
function throughClosedLinks(store: Store, scope: Scope, personIds: string[]): Promise<PersonCompletion[]> {
  const { completions, learnerLinks } = store.tables
  return store.db
    .select(columns(store))
    .from(learnerLinks)
    .innerJoin(completions, eq(completions.learnerId, learnerLinks.learnerId))
    .where(
      and(
        isNotNull(learnerLinks.leftAt),
        lte(completions.earnedAt, learnerLinks.leftAt),
        linksOf(store, scope, personIds),
        notSomebodyElses(store, learnerLinks.leftAt),
      ),
    )
}

const columns = ({ tables: { completions, learnerLinks } }: Store) => ({
  id: completions.id,
  personId: learnerLinks.personId,
  moduleId: completions.moduleId,
  scorePercent: completions.scorePercent,
  ruleVersion: completions.ruleVersion,
  contentVersion: completions.contentVersion,
  earnedAt: completions.earnedAt,
  day: completions.day,
})

function linksOf(store: Store, scope: Scope, personIds: string[]): SQL | undefined {
  const { learnerLinks } = store.tables
  return and(
    inArray(learnerLinks.personId, personIds),
    inArray(learnerLinks.organizationId, organizationIdsIn(store, scope)),
  )
}

/** No link to another person of the organization that was closed (before `until`, where given) covers the pass. */
function notSomebodyElses(store: Store, until: Store['tables']['learnerLinks']['leftAt'] | null): SQL {
  const { completions, learnerLinks } = store.tables
  const other = alias(learnerLinks, 'other')
  return notExists(
    store.db
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.learnerId, completions.learnerId),
          eq(other.organizationId, learnerLinks.organizationId),
          ne(other.personId, learnerLinks.personId),
          gte(other.leftAt, completions.earnedAt),
          until ? lt(other.leftAt, until) : undefined,
        ),
      ),
  )
}
