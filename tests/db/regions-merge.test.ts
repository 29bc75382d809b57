import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { readListQuery } from '#app/http/list-query'
import { closeRegion } from '#app/people/places/region-changes.server'
import {
  childrenOf,
  countBelow,
  listRegionChoices,
  listRegions,
  mergeChoices,
} from '#app/people/places/region-lists.server'
import { mergeRegion } from '#app/people/places/region-merge.server'
import { wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, HERE, newOrganization } from '../support/desk'
import { createPlaces, doneId, elsewhereScope, hereScope, problemOf, traces } from '../support/places'

const [FROM, INTO] = ['990101001001', '990101001002']

test('merging moves the organizations, and says where the place went; learners stay', async () => {
  const { store, by, region } = await createPlaces()
  const [from, into] = [await region(FROM), await region(INTO)]
  const school = await newOrganization(FROM, 'school', store)
  const learner = { id: newId(), mergedInto: null, regionId: from.id, createdAt: new Date() }
  await store.atomically((tx) => [tx.insert(store.tables.learners).values(learner)])
  doneId(await mergeRegion(store, by.here(from.id), into.id))
  const { organizations, learners } = store.tables
  const [moved] = await store.db.select().from(organizations).where(eq(organizations.id, school.id))
  expect(moved?.regionId).toBe(into.id)
  expect(await region(FROM)).toMatchObject({ mergedInto: into.id, closedOn: expect.any(String) })
  expect((await store.db.select().from(learners))[0]?.regionId).toBe(from.id)
  const detail = { code: FROM, into: INTO, organizations: 1 }
  expect(await traces(store)).toEqual([{ action: 'region.merge', subjectId: from.id, detail }])
})

test('merging is refused into another level, into itself, into or from a closed place, and with places below', async () => {
  const { store, by, region } = await createPlaces()
  const [from, into, street, other] = [
    await region(FROM),
    await region(INTO),
    await region(HERE),
    await region(ELSEWHERE),
  ]
  expect(problemOf(await mergeRegion(store, by.admin(from.id), street.id))).toBe('otherLevel')
  expect(problemOf(await mergeRegion(store, by.admin(from.id), from.id))).toBe('otherLevel')
  expect(await mergeRegion(store, by.admin(street.id), other.id)).toMatchObject({
    problem: 'notEmpty',
    data: { places: 2 },
  })
  doneId(await closeRegion(store, by.admin(into.id)))
  expect(problemOf(await mergeRegion(store, by.admin(from.id), into.id))).toBe('regionIsClosed')
  expect(problemOf(await mergeRegion(store, by.admin(into.id), from.id))).toBe('regionIsClosed')
})

test('organizations of the same name are named, and nothing moves', async () => {
  const { store, by, region } = await createPlaces()
  const [from, into] = [await region(FROM), await region(INTO)]
  const { organizations } = store.tables
  for (const code of [FROM, INTO]) {
    const { id } = await newOrganization(code, 'school', store)
    await store.atomically((tx) => [tx.update(organizations).set({ name: '第一小学' }).where(eq(organizations.id, id))])
  }
  expect(await mergeRegion(store, by.here(from.id), into.id)).toMatchObject({
    problem: 'namesClash',
    data: { names: '第一小学', count: 1 },
  })
  expect((await region(FROM)).closedOn).toBeNull()
})

test('both places must lie in the scope', async () => {
  const { store, by, region } = await createPlaces()
  const [here, there] = [await region(FROM), await region('990101002001')]
  expect(await mergeRegion(store, by.here(here.id), there.id)).toBeNull()
  expect(await mergeRegion(store, by.elsewhere(here.id), there.id)).toBeNull()
  expect((await region(FROM)).closedOn).toBeNull()
  doneId(await mergeRegion(store, by.admin(here.id), there.id))
})

test('lists hold what lies in the scope, in tree order', async () => {
  const { store, region } = await createPlaces()
  const query = readListQuery('http://x/')
  const { rows, total } = await listRegions(store, hereScope, query)
  expect([total, rows.map(({ code }) => code)]).toEqual([3, [HERE, FROM, INTO]])
  expect((await listRegions(store, { kind: 'organization', organizationId: newId() }, query)).total).toBe(0)
  const choices = await listRegionChoices(store, elsewhereScope)
  expect(choices.map(({ label }) => label)).toEqual(['河湾街道（演示）', '　河湾社区（演示）', '　水塔社区（演示）'])
  const street = await region(HERE)
  expect((await childrenOf(store, hereScope, street.id)).length).toBe(2)
  expect(await childrenOf(store, elsewhereScope, street.id)).toEqual([])
  expect(await countBelow(store, elsewhereScope, street)).toEqual({ places: 0, organizations: 0 })
  expect((await mergeChoices(store, hereScope, await region(FROM))).map(({ code }) => code)).toEqual([INTO])
})

test.each([
  ['?search=河湾', ['990101002000', '990101002001']],
  ['?search=990101003', ['990101003000', '990101003001']],
  ['?level=street', ['990101001000', '990101002000', '990101003000']],
  ['?level=nonsense&search=钟楼', ['990101001002']],
  ['?search=%25', []],
  ['?state=closed', ['990101003002']],
  ['?state=all&search=南岭', ['990101003002']],
])('the list finds %s', async (search, codes) => {
  const { store, by, region } = await createPlaces()
  doneId(await closeRegion(store, by.admin((await region('990101003002')).id)))
  const query = readListQuery(`http://x/${search}`, ['level', 'state'])
  const { rows } = await listRegions(store, wholeDistrict, query)
  expect(rows.map(({ code }) => code)).toEqual(codes)
})
