/** What a desk needs before it is of use, in the order in which it is set up. */
import type { Store } from '#app/db/store.server'
import type { Account } from '#app/people/accounts/account'
import { countAccounts } from '#app/people/accounts/accounts.server'
import { type Capability, may } from '#app/people/accounts/roles'
import { countOrganizations } from '#app/people/places/organization-lists.server'
import { countRealRegions } from '#app/people/places/region-lists.server'
import { countMemberships } from './memberships.server'

export type FirstStep = { id: 'places' | 'organizations' | 'rosters' | 'accounts'; href: string; count: number }

/** Those of the steps that this account may take, each with how much there is already. */
export async function firstSteps(store: Store, { role, scope }: Account): Promise<FirstStep[]> {
  const steps: { id: FirstStep['id']; needs: Capability; href: string; count: () => Promise<number> }[] = [
    { id: 'places', needs: 'places.write', href: '/desk/places/import', count: () => countRealRegions(store, scope) },
    {
      id: 'organizations',
      needs: 'organizations.write',
      href: '/desk/organizations/import',
      count: () => countOrganizations(store, scope),
    },
    { id: 'rosters', needs: 'rosters.write', href: '/desk/imports/new', count: () => countMemberships(store, scope) },
    // The administrator's own is the first.
    {
      id: 'accounts',
      needs: 'accounts.manage',
      href: '/desk/accounts/new',
      count: async () => (await countAccounts(store)) - 1,
    },
  ]
  const own = steps.filter(({ needs }) => may(role, needs))
  return Promise.all(own.map(async ({ id, href, count }) => ({ id, href, count: await count() })))
}
