import { describe, expect, test } from 'vitest'
import {
  addRegion,
  closeRegion,
  openDistrict,
  renameRegion,
  reopenRegion,
} from '#app/people/places/region-changes.server'
import { findRegionIn, listStreets } from '#app/people/places/regions.server'
import { wholeDistrict } from '#app/people/places/scope'
import { HERE, newOrganization } from '../support/desk'
import { createPlaces, doneId, elsewhereScope, hereScope, problemOf, traces } from '../support/places'
import { everyRow } from '../support/world'

const COMMUNITY = '990101001001'

describe('adding a place', () => {
  test('the first real district closes the demonstration in the same write, and its streets are offered no more', async () => {
    const { store, trail, region } = await createPlaces()
    const by = { scope: wholeDistrict, trail }
    const id = doneId(await addRegion(store, by, { code: '110112000000', name: '通州区' }))
    expect(await openDistrict(store)).toMatchObject({ id, level: 'district', parentId: null, isDemo: false })
    expect((await region(HERE)).closedOn).not.toBeNull()
    expect(await listStreets(store)).toEqual([])
    const street = doneId(await addRegion(store, by, { code: '110112001000', name: '中仓街道' }))
    expect(await findRegionIn(store, wholeDistrict, street)).toMatchObject({ level: 'street', parentId: id })
    expect((await listStreets(store)).map(({ name }) => name)).toEqual(['中仓街道'])
    expect((await traces(store)).map(({ action }) => action)).toEqual(['region.add', 'region.add'])
  })

  test.each([
    ['a code that is none', '110112', 'codeForm'],
    ['a code without the place above it', '110112001000', 'parentMissing'],
    ['a second demonstration', '990202000000', 'codeDemo'],
    ['a code that is taken', HERE, 'codeTaken'],
  ])('%s is refused', async (_, code, problem) => {
    const { store, trail } = await createPlaces()
    const before = await everyRow(store)
    expect(problemOf(await addRegion(store, { scope: wholeDistrict, trail }, { code, name: '某地' }))).toBe(problem)
    expect(await everyRow(store)).toEqual(before)
  })

  test('a second district is refused, and so is a place below a closed one', async () => {
    const { store, trail } = await createPlaces()
    const by = { scope: wholeDistrict, trail }
    doneId(await addRegion(store, by, { code: '110112000000', name: '通州区' }))
    expect(problemOf(await addRegion(store, by, { code: '110113000000', name: '顺义区' }))).toBe('secondDistrict')
    expect(problemOf(await addRegion(store, by, { code: '990101001009', name: '某社区' }))).toBe('parentClosed')
  })

  test('outside the scope is refused, inside it works', async () => {
    const { store, trail } = await createPlaces()
    const given = { code: '990101001009', name: '某社区' }
    expect(problemOf(await addRegion(store, { scope: elsewhereScope, trail }, given))).toBe('codeOutOfScope')
    const id = doneId(await addRegion(store, { scope: hereScope, trail }, given))
    expect(await findRegionIn(store, hereScope, id)).toMatchObject({ isDemo: true, level: 'community' })
    expect(await findRegionIn(store, elsewhereScope, id)).toBeNull()
  })
})

test('a place gets another name, within the scope only', async () => {
  const { store, by, region } = await createPlaces()
  const { id } = await region(COMMUNITY)
  expect(await renameRegion(store, by.elsewhere(id), '新名')).toBeNull()
  expect((await region(COMMUNITY)).name).toBe('梧桐里社区（演示）')
  doneId(await renameRegion(store, by.here(id), '新名'))
  expect((await region(COMMUNITY)).name).toBe('新名')
  doneId(await renameRegion(store, by.here(id), '新名'))
  expect((await traces(store)).map(({ action }) => action)).toEqual(['region.change'])
})

describe('closing', () => {
  test('is refused while something is open below, with the counts', async () => {
    const { store, by, region } = await createPlaces()
    const street = await region(HERE)
    await newOrganization(COMMUNITY, 'school', store)
    expect(await closeRegion(store, by.admin(street.id))).toEqual({
      done: false,
      problem: 'notEmpty',
      data: { places: 2, organizations: 1 },
    })
    expect((await region(HERE)).closedOn).toBeNull()
  })

  test('works within the scope, is written down, and keeps the place', async () => {
    const { store, by, region } = await createPlaces()
    const { id } = await region(COMMUNITY)
    expect(await closeRegion(store, by.elsewhere(id))).toBeNull()
    expect((await region(COMMUNITY)).closedOn).toBeNull()
    doneId(await closeRegion(store, by.here(id)))
    expect((await region(COMMUNITY)).closedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await traces(store)).toEqual([{ action: 'region.close', subjectId: id, detail: { code: COMMUNITY } }])
    expect(problemOf(await renameRegion(store, by.here(id), '新名'))).toBe('regionIsClosed')
  })
})

describe('reopening', () => {
  test('works within the scope, and not below a closed place', async () => {
    const { store, by, region } = await createPlaces()
    const codes = ['990101001001', '990101001002', HERE]
    const ids = await Promise.all(codes.map(async (code) => (await region(code)).id))
    for (const id of ids) doneId(await closeRegion(store, by.here(id)))
    const [first = '', , street = ''] = ids
    expect(problemOf(await reopenRegion(store, by.here(first)))).toBe('parentClosed')
    expect(await reopenRegion(store, by.elsewhere(street))).toBeNull()
    doneId(await reopenRegion(store, by.here(street)))
    doneId(await reopenRegion(store, by.here(first)))
    expect((await region(COMMUNITY)).closedOn).toBeNull()
  })

  test('the demonstration stays closed beside a real district', async () => {
    const { store, trail, by, region } = await createPlaces()
    doneId(await addRegion(store, { scope: wholeDistrict, trail }, { code: '110112000000', name: '通州区' }))
    const demo = await region('990101000000')
    expect(problemOf(await reopenRegion(store, by.admin(demo.id)))).toBe('secondDistrict')
  })

  test('a real district closes the demonstration again', async () => {
    const { store, trail, by, region } = await createPlaces()
    const own = doneId(
      await addRegion(store, { scope: wholeDistrict, trail }, { code: '110112000000', name: '通州区' }),
    )
    doneId(await closeRegion(store, by.admin(own)))
    const demo = await region('990101000000')
    doneId(await reopenRegion(store, by.admin(demo.id)))
    doneId(await reopenRegion(store, by.admin(own)))
    expect((await region('990101000000')).closedOn).not.toBeNull()
  })
})
