/** The regions and organizations that an account can be confined to, found by a part of their name. */
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { likePattern } from '#app/http/list-query'
import { alias } from '#drizzle/kit'
import { type Role, SCOPE_OF } from './roles'

/** `within` is the region around it: communities and schools of the same name are told apart by it. */
export type PlaceChoice = { id: string; name: string; within: string | null }

/** More than this nobody looks through: they search. */
const MOST_CHOICES = 50

/**
 * Open places that an account of this role can be confined to, at most fifty and whether there are more. Without a search
 * the districts and streets, or the first organizations by name. `chosen` is always among them, as long as it exists.
 */
export async function placeChoices(
  store: Store,
  { role, search, chosen }: { role: Role; search: string; chosen: string | null },
): Promise<{ places: PlaceChoice[]; hasMore: boolean }> {
  const kind = SCOPE_OF[role]
  if (kind === 'district') return { places: [], hasMore: false }
  const [found, kept] = await Promise.all([
    kind === 'region' ? regionsFound(store, search) : organizationsFound(store, search),
    chosen ? findPlace(store, kind, chosen) : null,
  ])
  const places = found.slice(0, MOST_CHOICES)
  const isThere = !kept || places.some(({ id }) => id === kept.id)
  return { places: isThere ? places : [kept, ...places], hasMore: found.length > MOST_CHOICES }
}

/** An open place by its id; null when an account cannot be confined to it. */
export async function findPlace(
  store: Store,
  kind: 'region' | 'organization',
  id: string,
): Promise<PlaceChoice | null> {
  const { organizations, regions } = store.tables
  const [place] =
    kind === 'region'
      ? await selectRegions(store, eq(regions.id, id))
      : await selectOrganizations(store, eq(organizations.id, id))
  return place ?? null
}

function regionsFound(store: Store, search: string): Promise<PlaceChoice[]> {
  const { regions } = store.tables
  const pattern = likePattern(search)
  const isMeant = or(like(regions.name, pattern), like(regions.code, likePattern(search).slice(1)))
  return selectRegions(store, search === '' ? inArray(regions.level, ['district', 'street']) : isMeant)
}

const organizationsFound = (store: Store, search: string): Promise<PlaceChoice[]> =>
  selectOrganizations(store, like(store.tables.organizations.name, likePattern(search)))

const like = (column: unknown, pattern: string): SQL => sql`${column} like ${pattern} escape '\\'`

async function selectRegions(store: Store, where: SQL | undefined): Promise<PlaceChoice[]> {
  const { regions } = store.tables
  const parents = alias(regions, 'parents')
  return store.db
    .select({ id: regions.id, name: regions.name, within: parents.name })
    .from(regions)
    .leftJoin(parents, eq(parents.id, regions.parentId))
    .where(and(where, isNull(regions.closedOn)))
    .orderBy(asc(regions.code))
    .limit(MOST_CHOICES + 1)
}

async function selectOrganizations(store: Store, where: SQL | undefined): Promise<PlaceChoice[]> {
  const { organizations, regions } = store.tables
  return store.db
    .select({ id: organizations.id, name: organizations.name, within: regions.name })
    .from(organizations)
    .innerJoin(regions, eq(regions.id, organizations.regionId))
    .where(and(where, isNull(organizations.closedOn)))
    .orderBy(asc(organizations.name), asc(organizations.id))
    .limit(MOST_CHOICES + 1)
}

/** Whether the place that goes with a role is there and open; a role for the whole district needs none. */
export async function isOpenPlace(
  store: Store,
  { regionId, organizationId }: { regionId: string | null; organizationId: string | null },
): Promise<boolean> {
  if (regionId) return (await findPlace(store, 'region', regionId)) !== null
  return !organizationId || (await findPlace(store, 'organization', organizationId)) !== null
}
