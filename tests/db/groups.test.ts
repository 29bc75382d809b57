import { expect, test } from 'vitest'
import { addGroup, closeGroup, listGroups, mergeGroup, renameGroup } from '#app/people/places/groups.server'
import { closeOrganization } from '#app/people/places/organization-changes.server'
import { HERE, newOrganization } from '../support/desk'
import {
  createPlaces,
  doneId,
  elsewhereScope,
  hereScope,
  membershipsOfPerson,
  problemOf,
  putOnRoster,
  traces,
} from '../support/places'

async function school() {
  const places = await createPlaces()
  const { id: organizationId } = await newOrganization(HERE, 'school', places.store)
  const at = { scope: hereScope, trail: places.trail, organizationId }
  return { ...places, organizationId, at, elsewhere: { ...at, scope: elsewhereScope } }
}

test('two spellings of a name are one group', async () => {
  const { store, at, organizationId } = await school()
  doneId(await addGroup(store, at, '一班'))
  expect(await addGroup(store, at, '（1）班')).toEqual({
    done: false,
    problem: 'groupTaken',
    at: 'group',
    data: { name: '一班' },
  })
  doneId(await addGroup(store, at, '10班'))
  doneId(await addGroup(store, at, '2班'))
  const names = (await listGroups(store, hereScope, organizationId)).map(({ name }) => name)
  expect(names).toEqual(['一班', '2班', '10班'])
})

test('a closed group is opened again under the name it is added with', async () => {
  const { store, at, organizationId } = await school()
  const id = doneId(await addGroup(store, at, '一班'))
  doneId(await closeGroup(store, at, id))
  expect(doneId(await addGroup(store, at, '1班'))).toBe(id)
  expect(await listGroups(store, hereScope, organizationId)).toMatchObject([{ id, name: '1班', closedOn: null }])
})

test('a group is renamed, but not to the name of another', async () => {
  const { store, at } = await school()
  const id = doneId(await addGroup(store, at, '一班'))
  doneId(await addGroup(store, at, '二班'))
  expect(problemOf(await renameGroup(store, at, id, '2班'))).toBe('groupTaken')
  doneId(await renameGroup(store, at, id, '1班'))
  doneId(await renameGroup(store, at, id, '三班'))
  doneId(await addGroup(store, at, '一班'))
})

test('a group with people in it is not closed; merging moves them', async () => {
  const { store, at, organizationId } = await school()
  const [one, two] = [doneId(await addGroup(store, at, '一班')), doneId(await addGroup(store, at, '二班'))]
  const mei = await putOnRoster(store, organizationId, { groupId: one })
  expect(await closeGroup(store, at, one)).toMatchObject({ problem: 'groupInUse', data: { people: 1, name: '一班' } })
  expect(problemOf(await mergeGroup(store, at, one, one))).toBe('same')
  doneId(await mergeGroup(store, at, one, two))
  expect(await membershipsOfPerson(store, mei)).toEqual([{ organizationId, groupId: two, isOpen: true }])
  expect(problemOf(await renameGroup(store, at, one, '新名'))).toBe('groupIsClosed')
  expect(problemOf(await mergeGroup(store, at, two, one))).toBe('groupIsClosed')
  expect((await traces(store)).map(({ action }) => action)).toEqual(['group.add', 'group.add', 'group.merge'])
})

test('another scope finds no group, and neither does another organization', async () => {
  const { store, at, elsewhere, organizationId } = await school()
  const [one, two] = [doneId(await addGroup(store, at, '一班')), doneId(await addGroup(store, at, '二班'))]
  const other = { ...at, organizationId: (await newOrganization(HERE, 'school', store)).id }
  expect(await listGroups(store, elsewhereScope, organizationId)).toEqual([])
  expect(await addGroup(store, elsewhere, '三班')).toBeNull()
  for (const from of [elsewhere, other]) {
    expect(await renameGroup(store, from, one, '三班')).toBeNull()
    expect(await closeGroup(store, from, one)).toBeNull()
    expect(await mergeGroup(store, from, one, two)).toBeNull()
  }
  expect(await closeGroup(store, at, 'no id')).toBeNull()
  expect((await listGroups(store, hereScope, organizationId)).every(({ closedOn }) => closedOn === null)).toBe(true)
})

test('a closed organization takes no group', async () => {
  const { store, at, by, organizationId } = await school()
  doneId(await closeOrganization(store, by.here(organizationId)))
  expect(problemOf(await addGroup(store, at, '一班'))).toBe('organizationIsClosed')
})
