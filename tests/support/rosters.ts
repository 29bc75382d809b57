/** Persons for tests: entered as the desk enters them, on the roster of an organization. */
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { newMembershipRow } from '#app/people/rosters/memberships.server'
import { newPersonRow, type PlainPerson } from '#app/people/rosters/person-row.server'

export const WEI_PHONE = '13812345678'

export type Entered = Partial<PlainPerson> & {
  organizationId: string
  groupId?: string
  roleGroup?: string
  on?: string
}

/** A person on a roster; 张伟, a member of staff born in 1980, unless said otherwise. Returns ids. */
export async function enter(store: Store, keys: Keys, { organizationId, groupId, roleGroup, on, ...given }: Entered) {
  const id = newId()
  const now = new Date()
  const plain = { name: '张伟', birthYear: 1980, sex: null, phone: WEI_PHONE, idNumber: null, ...given }
  const place = { organizationId, groupId: groupId ?? null, roleGroup: roleGroup ?? 'staff', note: null }
  const membership = newMembershipRow(id, place, on ?? shanghaiDay(now))
  await store.atomically((tx) => [
    tx.insert(store.tables.persons).values(newPersonRow(keys, plain, { id, now })),
    tx.insert(store.tables.memberships).values(membership),
  ])
  return { id, membershipId: membership.id }
}

export const query = (search = '', filters: Record<string, string> = {}) => ({ search, filters, page: 1 })
