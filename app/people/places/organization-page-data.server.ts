/** What an organization's page shows. */
import type { Store } from '#app/db/store.server'
import type { Account } from '#app/people/accounts/account'
import { may } from '#app/people/accounts/roles'
import { listGroups } from './groups.server'
import { joinPath } from './join-code'
import { findOrganizationIn, searchOrganizations } from './organizations.server'
import { listRegionChoices } from './region-lists.server'
import { countOnRosters } from './roster-counts.server'

const MOST_FOUND = 30

/** Everything about one organization that this account may see; null when it is not in its scope. */
export async function organizationPage(store: Store, { scope, role }: Account, id: string, url: string) {
  const organization = await findOrganizationIn(store, scope, id)
  if (!organization) return null
  const { origin, searchParams } = new URL(url)
  const search = (searchParams.get('find') ?? '').normalize('NFC').trim().slice(0, 60)
  const canWrite = may(role, 'organizations.write')
  const found = canWrite ? await searchOrganizations(store, scope, search, MOST_FOUND + 1) : []
  return {
    organization,
    canWrite,
    seesPlaces: may(role, 'places.read'),
    seesRosters: may(role, 'rosters.read'),
    into: organization.mergedInto ? await findOrganizationIn(store, scope, organization.mergedInto) : null,
    groups: await listGroups(store, scope, id),
    onRoster: (await countOnRosters(store, [id])).get(id) ?? 0,
    regions: canWrite ? await listRegionChoices(store, scope) : [],
    joinUrl: `${origin}${joinPath(organization.joinCode)}`,
    search,
    choices: found.filter((choice) => choice.id !== id).slice(0, MOST_FOUND),
  }
}
