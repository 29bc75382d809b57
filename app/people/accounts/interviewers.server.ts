/** Who can be sent to households: for those who assign the units of a survey. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'

export type Interviewer = { id: string; name: string; login: string }

/** Accounts in use that may interview and are confined to a place within the scope, by name. */
export async function listInterviewers(store: Store, scope: Scope): Promise<Interviewer[]> {
  const { accounts, regions } = store.tables
  return store.db
    .select({ id: accounts.id, name: accounts.name, login: accounts.login })
    .from(accounts)
    .innerJoin(regions, eq(regions.id, accounts.regionId))
    .where(
      and(inArray(accounts.role, ['interviewer', 'survey-lead']), isNull(accounts.disabledAt), regionsIn(store, scope)),
    )
    .orderBy(asc(accounts.name), asc(accounts.login))
}
