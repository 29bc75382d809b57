import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { groupKey } from '#app/people/rosters/group-name'
import { roleGroups } from '#app/people/rosters/role-groups'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { rowsOf, upload } from '../support/import-files'
import { enter } from '../support/rosters'

const sign = fc.constantFrom(...'王李张赵𬭎䶮㐂芳强敏远雨子·')
const name = fc
  .tuple(
    fc.constantFrom(...'王李张赵𬭎䶮㐂'),
    fc.string({ unit: sign, minLength: 0, maxLength: 3 }),
    fc.constantFrom(...'芳强敏远雨'),
  )
  .map((parts) => parts.join(''))

const person = fc.record({
  name,
  birthYear: fc.option(fc.integer({ min: 1930, max: 2008 })),
  sex: fc.option(fc.constantFrom('female' as const, 'male' as const)),
  phone: fc.option(fc.integer({ min: 0, max: 99_999_999 }).map((number) => `138${String(number).padStart(8, '0')}`)),
  idNumber: fc.option(fc.constantFrom('110101196803120021', '11010119751101003X')),
  roleGroup: fc.constantFrom(...roleGroups.filter((role) => role !== 'student')),
  group: fc.option(fc.constantFrom('一班', '（2）班', '3号楼', '东里 5-2', '一年级 3 班')),
})

/** Nobody could tell two people apart of whom nothing but the same is known. */
const roster = fc.uniqueArray(person, { maxLength: 12, selector: ({ name }) => name })

test('a roster that was downloaded and is imported again changes nothing', async () => {
  const organizer = await atDesk('organizer', { regionCode: HERE })
  await fc.assert(
    fc.asyncProperty(roster, async (people) => {
      fc.pre(people.length > 0)
      const { id: organizationId, name: unit } = await newOrganization(HERE, 'community')
      const groups = new Map<string, string>()
      for (const { group, ...given } of people) {
        const groupId = group && (groups.get(group) ?? (await newGroup(organizationId, group)))
        if (group && groupId) groups.set(group, groupId)
        await enter(store, dataKeys, { organizationId, ...given, ...(groupId ? { groupId } : {}) })
      }
      const response = await organizer.get(`/desk/rosters/export.xlsx?organization=${encodeURIComponent(unit)}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      for (const organization of [organizationId, 'each']) {
        const list = await upload(organizer, { bytes, organization })
        const other = (await rowsOf(list.id)).filter(({ outcome }) => outcome !== 'unchanged')
        expect(other).toEqual([])
        expect(list.counts).toEqual({ unchanged: people.length })
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

async function newGroup(organizationId: string, name: string): Promise<string> {
  const { groups } = store.tables
  const id = newId()
  await store.atomically((tx) => [tx.insert(groups).values({ id, organizationId, name, key: groupKey(name) })])
  return id
}
