/** 答题链接: single-use links for answering on the web, one for each unit that has not answered. */
import { createHash, randomBytes } from 'node:crypto'
import { and, asc, count, eq, exists, isNotNull, notExists, notInArray, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { isInField } from './answer-source.server'

const TOKEN_BYTES = 16
/** Longer than any token of ours. */
const LONGEST = 60

/** What the database keeps of a token: enough to know it again, not enough to use it. */
export const answerTokenHash = (token: string): string =>
  createHash('sha256').update(token.slice(0, LONGEST)).digest('base64url')

export type UnitLink = {
  unitId: string
  code: string
  clusterName: string | null
  number: number | null
  token: string
}

/** How many links one sheet of letters holds at most. */
const MOST_LINKS = 400

type Asked = { waveId: string; clusterId: string | null }

/** The units of a wave in the field, in the scope, that have not answered and are not known to be no household at all. */
function unitsToInvite(store: Store, scope: Scope, { waveId, clusterId }: Asked, now: Date) {
  const { surveyUnits, surveyWaves, surveyResponses, regions } = store.tables
  const answered = store.db
    .select({ one: sql`1` })
    .from(surveyResponses)
    .where(eq(surveyResponses.unitId, surveyUnits.id))
  const inField = store.db
    .select({ one: sql`1` })
    .from(surveyWaves)
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .where(and(eq(surveyWaves.id, surveyUnits.waveId), isInField(store, now), regionsIn(store, scope)))
  return and(
    eq(surveyUnits.waveId, waveId),
    clusterId ? eq(surveyUnits.clusterId, clusterId) : undefined,
    notInArray(surveyUnits.disposition, ['not-eligible', 'refusal']),
    notExists(answered),
    exists(inField),
  )
}

export type InvitableCluster = { id: string | null; name: string | null; units: number; withLink: number }

/** How many units could be sent a link, and how many have one, by cluster. */
export async function linkCounts(store: Store, scope: Scope, waveId: string, now: Date): Promise<InvitableCluster[]> {
  const { surveyUnits, surveyClusters } = store.tables
  return store.db
    .select({
      id: surveyUnits.clusterId,
      name: surveyClusters.name,
      units: count(),
      withLink: count(surveyUnits.tokenHash),
    })
    .from(surveyUnits)
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .where(unitsToInvite(store, scope, { waveId, clusterId: null }, now))
    .groupBy(surveyUnits.clusterId, surveyClusters.name, surveyClusters.code)
    .orderBy(asc(surveyClusters.code))
}

/**
 * Makes a new link for every unit asked for; an older one of the same unit stops working. The tokens are in the answer
 * and nowhere else. Null when there are more than `MOST_LINKS`: choose a cluster.
 */
export async function makeLinks(store: Store, scope: Scope, asked: Asked, trail: Trail): Promise<UnitLink[] | null> {
  const { surveyUnits, surveyClusters } = store.tables
  if (asked.clusterId && !isId(asked.clusterId)) return []
  const wanted = unitsToInvite(store, scope, asked, trail.now)
  const units = await store.db
    .select({
      unitId: surveyUnits.id,
      code: surveyUnits.code,
      clusterName: surveyClusters.name,
      number: surveyUnits.number,
    })
    .from(surveyUnits)
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .where(wanted)
    .orderBy(asc(surveyClusters.code), asc(surveyUnits.number), asc(surveyUnits.code))
    .limit(MOST_LINKS + 1)
  if (units.length > MOST_LINKS) return null
  if (units.length === 0) return []
  const links = units.map((unit) => ({ ...unit, token: randomBytes(TOKEN_BYTES).toString('base64url') }))
  const deed = {
    action: 'wave.tokens',
    subject: { kind: 'wave', id: asked.waveId },
    detail: { units: links.length },
  } as const
  await audited(store, trail, deed, (tx) =>
    links.map(({ unitId, token }) =>
      tx
        .update(surveyUnits)
        .set({ tokenHash: answerTokenHash(token) })
        .where(and(eq(surveyUnits.id, unitId), wanted)),
    ),
  )
  return links
}

/** The unit of a token, whatever has become of it, with what its page needs of the wave; null for any other text. */
export async function findUnitByToken(store: Store, token: string) {
  const { surveyUnits, surveyWaves, surveyResponses } = store.tables
  if (token === '' || token.length > LONGEST) return null
  const [row] = await store.db
    .select({
      unitId: surveyUnits.id,
      clusterId: surveyUnits.clusterId,
      wave: surveyWaves,
      isAnswered: isNotNull(surveyResponses.id).mapWith(Boolean),
    })
    .from(surveyUnits)
    .innerJoin(surveyWaves, eq(surveyWaves.id, surveyUnits.waveId))
    .leftJoin(surveyResponses, eq(surveyResponses.unitId, surveyUnits.id))
    .where(eq(surveyUnits.tokenHash, answerTokenHash(token)))
  return row ?? null
}
