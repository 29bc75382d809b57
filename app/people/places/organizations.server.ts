/** Finding organizations: one by its id, those a word leads to, all by their names. */
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { likePattern } from '#app/http/list-query'
import type { Scope } from './scope'
import { organizationsIn } from './scope.server'

type Region = Pick<Store['tables']['regions']['$inferSelect'], 'name' | 'code' | 'level' | 'closedOn'>
export type Organization = Store['tables']['organizations']['$inferSelect'] & { region: Region }

/** Rows with their region, ready for a WHERE. */
export function selectOrganizations({ db, tables }: Store) {
  const { organizations, regions } = tables
  return db
    .select({
      organization: organizations,
      region: { name: regions.name, code: regions.code, level: regions.level, closedOn: regions.closedOn },
    })
    .from(organizations)
    .innerJoin(regions, eq(regions.id, organizations.regionId))
}

/** An organization of the scope, open or closed; null for anything else. */
export async function findOrganizationIn(store: Store, scope: Scope, id: string): Promise<Organization | null> {
  if (!isId(id)) return null
  const where = and(eq(store.tables.organizations.id, id), organizationsIn(store, scope))
  const [row] = await selectOrganizations(store).where(where)
  return row ? { ...row.organization, region: row.region } : null
}

export type OrganizationChoice = { id: string; name: string; regionName: string }

/** The first open organizations whose name or region holds this text, by name, for a select. */
export async function searchOrganizations(
  store: Store,
  scope: Scope,
  text: string,
  limit: number,
): Promise<OrganizationChoice[]> {
  const { organizations, regions } = store.tables
  const pattern = likePattern(text.trim())
  return store.db
    .select({ id: organizations.id, name: organizations.name, regionName: regions.name })
    .from(organizations)
    .innerJoin(regions, eq(regions.id, organizations.regionId))
    .where(
      and(
        organizationsIn(store, scope),
        isNull(organizations.closedOn),
        or(sql`${organizations.name} like ${pattern} escape '\\'`, sql`${regions.name} like ${pattern} escape '\\'`),
      ),
    )
    .orderBy(asc(organizations.name), asc(regions.code))
    .limit(limit)
}

/**
 * Ids of the open organizations of a scope by exact name. Where a name stands in several regions, none of them goes by
 * the name alone: they are 单位名（地区名）.
 */
export async function organizationsByName(store: Store, scope: Scope): Promise<Map<string, string>> {
  const rows = await searchOrganizations(store, scope, '', Number.MAX_SAFE_INTEGER)
  const known = new Map<string, OrganizationChoice[]>()
  for (const row of rows) known.set(row.name, [...(known.get(row.name) ?? []), row])
  return new Map(
    [...known].flatMap(([name, choices]) =>
      choices.map(({ id, regionName }): [string, string] => [
        choices.length > 1 ? `${name}（${regionName}）` : name,
        id,
      ]),
    ),
  )
}
