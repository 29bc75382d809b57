import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addGroup, listGroups } from '#app/people/places/groups.server'
import { closeOrganization } from '#app/people/places/organization-changes.server'
import { mergeOrganization } from '#app/people/places/organization-merge.server'
import { findOrganizationIn } from '#app/people/places/organizations.server'
import { ELSEWHERE, HERE, newOrganization } from '../support/desk'
import { createPlaces, doneId, hereScope, membershipsOfPerson, problemOf, putOnRoster, traces } from '../support/places'

async function twoSchools() {
  const places = await createPlaces()
  const [from, into] = [
    await newOrganization(HERE, 'school', places.store),
    await newOrganization(HERE, 'school', places.store),
  ]
  const group = async (organizationId: string, name: string) =>
    doneId(await addGroup(places.store, { scope: hereScope, trail: places.trail, organizationId }, name))
  return { ...places, from: from.id, into: into.id, group }
}

test('the roster goes over; groups of the same key become one, others move; the old one says where it went', async () => {
  const { store, by, from, into, group } = await twoSchools()
  const [first, second] = [await group(from, '一班'), await group(from, '二班')]
  const twin = await group(into, '1班')
  const [mei, bo] = [
    await putOnRoster(store, from, { groupId: first }),
    await putOnRoster(store, from, { groupId: second }),
  ]
  doneId(await mergeOrganization(store, by.here(from), into))
  expect(await membershipsOfPerson(store, mei)).toEqual([{ organizationId: into, groupId: twin, isOpen: true }])
  expect(await membershipsOfPerson(store, bo)).toEqual([{ organizationId: into, groupId: second, isOpen: true }])
  const groups = await listGroups(store, hereScope, into)
  expect(groups.map(({ name, people }) => [name, people])).toEqual([
    ['1班', 1],
    ['二班', 1],
  ])
  expect((await listGroups(store, hereScope, from)).map(({ name, closedOn }) => [name, closedOn !== null])).toEqual([
    ['一班', true],
  ])
  expect(await findOrganizationIn(store, hereScope, from)).toMatchObject({
    mergedInto: into,
    closedOn: expect.any(String),
  })
  expect((await traces(store)).at(-1)).toEqual({
    action: 'organization.merge',
    subjectId: from,
    detail: { into, people: 2 },
  })
})

test('who stands on both rosters is kept once, on the other one', async () => {
  const { store, by, from, into } = await twoSchools()
  const mei = await putOnRoster(store, into)
  await putOnRoster(store, from, { personId: mei })
  doneId(await mergeOrganization(store, by.here(from), into))
  const memberships = await membershipsOfPerson(store, mei)
  expect(memberships.filter(({ isOpen }) => isOpen)).toEqual([{ organizationId: into, groupId: null, isOpen: true }])
  expect(memberships.filter(({ isOpen }) => !isOpen)).toHaveLength(1)
})

test('a closed group whose twin takes people in is opened again', async () => {
  const { store, by, from, into, group } = await twoSchools()
  const first = await group(from, '一班')
  const twin = await group(into, '1班')
  const { groups } = store.tables
  await store.atomically((tx) => [tx.update(groups).set({ closedOn: '2026-11-25' }).where(eq(groups.id, twin))])
  await putOnRoster(store, from, { groupId: first })
  doneId(await mergeOrganization(store, by.here(from), into))
  expect(await listGroups(store, hereScope, into)).toMatchObject([{ id: twin, closedOn: null, people: 1 }])
})

test('merging into itself and with a closed one is refused', async () => {
  const { store, by, from, into } = await twoSchools()
  expect(problemOf(await mergeOrganization(store, by.here(from), from))).toBe('same')
  doneId(await closeOrganization(store, by.here(into)))
  expect(problemOf(await mergeOrganization(store, by.here(from), into))).toBe('organizationIsClosed')
  expect(problemOf(await mergeOrganization(store, by.here(into), from))).toBe('organizationIsClosed')
})

test('both must lie in the scope', async () => {
  const { store, by, from } = await twoSchools()
  const there = await newOrganization(ELSEWHERE, 'school', store)
  const mei = await putOnRoster(store, from)
  expect(await mergeOrganization(store, by.here(from), there.id)).toBeNull()
  expect(await mergeOrganization(store, by.elsewhere(from), there.id)).toBeNull()
  expect(await membershipsOfPerson(store, mei)).toMatchObject([{ organizationId: from, isOpen: true }])
  expect(await traces(store)).toEqual([])
})
