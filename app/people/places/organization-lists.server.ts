/** Lists of organizations: for the page and for a file. Always within a scope. */
import { and, asc, count, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import { levelOfCode } from './code'
import { organizationKinds } from './organization-kind'
import { type Organization, selectOrganizations } from './organizations.server'
import { countOnRosters } from './roster-counts.server'
import { codePrefix, type Scope } from './scope'
import { organizationsIn, regionsIn } from './scope.server'

/** The filters of the list: a kind, a region (its code) with all below it, and `state` open (when nothing is said), closed or all. */
export const ORGANIZATION_FILTERS = ['kind', 'region', 'state'] as const

export type OrganizationRow = Organization & { groups: number; onRoster: number }

/** One page of the list by name, each with its open groups and the people on its roster. */
export async function listOrganizations(store: Store, scope: Scope, query: ListQuery) {
  const { organizations } = store.tables
  const where = organizationsWhere(store, scope, query)
  const [rows, total] = await Promise.all([
    selectOrganizations(store)
      .where(where)
      .orderBy(asc(organizations.name), asc(organizations.id))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    store.db.$count(organizations, where),
  ])
  const ids = rows.map(({ organization }) => organization.id)
  const [groups, people] = await Promise.all([countGroups(store, ids), countOnRosters(store, ids)])
  return {
    rows: rows.map(({ organization, region }): OrganizationRow => {
      const { id } = organization
      return { ...organization, region, groups: groups.get(id) ?? 0, onRoster: people.get(id) ?? 0 }
    }),
    total,
  }
}

/** All organizations that the query is about, in the order of their places, for a file. */
export async function everyOrganization(store: Store, scope: Scope, query: ListQuery): Promise<Organization[]> {
  const { regions, organizations } = store.tables
  const rows = await selectOrganizations(store)
    .where(organizationsWhere(store, scope, query))
    .orderBy(asc(regions.code), asc(organizations.name))
  return rows.map(({ organization, region }) => ({ ...organization, region }))
}

function organizationsWhere(store: Store, scope: Scope, { search, filters }: ListQuery): SQL | undefined {
  const { organizations } = store.tables
  const kind = organizationKinds.find((known) => known === filters.kind)
  const state = filters.state ?? 'open'
  return and(
    organizationsIn(store, scope),
    kind && eq(organizations.kind, kind),
    filters.region ? inArray(organizations.regionId, withAllBelow(store, filters.region)) : undefined,
    state === 'all'
      ? undefined
      : state === 'closed'
        ? isNotNull(organizations.closedOn)
        : isNull(organizations.closedOn),
    search === '' ? undefined : sql`${organizations.name} like ${likePattern(search)} escape '\\'`,
  )
}

/** Sub-query: the region of a code and all below it. */
function withAllBelow(store: Store, code: string) {
  const { regions } = store.tables
  const prefix = codePrefix({ code, level: levelOfCode(code) ?? 'grid' })
  return store.db
    .select({ id: regions.id })
    .from(regions)
    .where(regionsIn(store, { kind: 'region', prefix }))
}

async function countGroups({ db, tables: { groups } }: Store, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: groups.organizationId, groups: count() })
    .from(groups)
    .where(and(inArray(groups.organizationId, ids), isNull(groups.closedOn)))
    .groupBy(groups.organizationId)
  return new Map(rows.map(({ id, groups: known }) => [id, known]))
}

/** How many organizations of the scope there are at all, whatever is searched for. */
export const countOrganizations = (store: Store, scope: Scope): Promise<number> =>
  store.db.$count(store.tables.organizations, organizationsIn(store, scope))
