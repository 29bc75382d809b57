import { describe, expect, test } from 'vitest'
import { readListQuery } from '#app/http/list-query'
import { JOIN_ALPHABET } from '#app/people/places/join-code'
import {
  addOrganization,
  changeOrganization,
  closeOrganization,
  newJoinCode,
  renewJoinCode,
  reopenOrganization,
} from '#app/people/places/organization-changes.server'
import { listOrganizations, ORGANIZATION_FILTERS } from '#app/people/places/organization-lists.server'
import { findOrganizationIn, organizationsByName, searchOrganizations } from '#app/people/places/organizations.server'
import { closeRegion } from '#app/people/places/region-changes.server'
import { type Scope, wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, HERE, newOrganization } from '../support/desk'
import { createPlaces, doneId, elsewhereScope, hereScope, problemOf, putOnRoster, traces } from '../support/places'

const school = (regionId: string, name = '第一小学') => ({ name, kind: 'school' as const, regionId, staffCount: 80 })

test('a joining code has seven letters and digits that are not taken for each other', () => {
  const codes = Array.from({ length: 200 }, newJoinCode)
  expect(new Set(codes).size).toBe(200)
  expect(codes.every((code) => new RegExp(`^[${JOIN_ALPHABET}]{7}$`).test(code))).toBe(true)
  expect(/[0O1ILl2Z5S8B]/.test(JOIN_ALPHABET)).toBe(false)
})

describe('adding', () => {
  test('puts an organization into an open region of the scope', async () => {
    const { store, trail, region } = await createPlaces()
    const { id: regionId } = await region(HERE)
    expect(problemOf(await addOrganization(store, { scope: elsewhereScope, trail }, school(regionId)))).toBe(
      'regionUnknown',
    )
    const id = doneId(await addOrganization(store, { scope: hereScope, trail }, school(regionId)))
    expect(await findOrganizationIn(store, hereScope, id)).toMatchObject({ ...school(regionId), closedOn: null })
    expect(await traces(store)).toEqual([{ action: 'organization.add', subjectId: id, detail: { kind: 'school' } }])
  })

  test('is refused under a name that its region has, and in a closed region', async () => {
    const { store, trail, by, region } = await createPlaces()
    const [street, community] = [await region(HERE), await region('990101001001')]
    const at = { scope: hereScope, trail }
    doneId(await addOrganization(store, at, school(street.id)))
    expect(problemOf(await addOrganization(store, at, school(street.id)))).toBe('nameTaken')
    doneId(await closeRegion(store, by.here(community.id)))
    expect(problemOf(await addOrganization(store, at, school(community.id)))).toBe('regionIsClosed')
  })

  test('twice at the same moment happens once', async () => {
    const { store, trail, region } = await createPlaces()
    const given = school((await region(HERE)).id)
    const outcomes = await Promise.all([1, 2].map(() => addOrganization(store, { scope: hereScope, trail }, given)))
    expect(outcomes.map(problemOf).toSorted()).toEqual(['nameTaken', undefined])
    expect((await traces(store)).length).toBe(1)
  })
})

test('changing stays within the scope, on both sides', async () => {
  const { store, by, region } = await createPlaces()
  const { id, name, regionId } = await newOrganization(HERE, 'school', store)
  const there = await region(ELSEWHERE)
  expect(await changeOrganization(store, by.elsewhere(id), school(there.id))).toBeNull()
  expect(problemOf(await changeOrganization(store, by.here(id), school(there.id)))).toBe('regionUnknown')
  doneId(
    await changeOrganization(store, by.here(id), { ...school(regionId, name), kind: 'kindergarten', staffCount: null }),
  )
  doneId(await changeOrganization(store, by.admin(id), school(there.id, '第二小学')))
  expect(await findOrganizationIn(store, hereScope, id)).toBeNull()
  expect(await findOrganizationIn(store, elsewhereScope, id)).toMatchObject({ name: '第二小学', staffCount: 80 })
})

test('an organization may be changed although its region has been closed', async () => {
  const { store, by } = await createPlaces()
  const { id, regionId } = await newOrganization(HERE, 'school', store)
  const { regions } = store.tables
  await store.atomically((tx) => [tx.update(regions).set({ closedOn: '2026-11-25' })])
  doneId(await changeOrganization(store, by.here(id), school(regionId, '新名小学')))
  expect((await findOrganizationIn(store, hereScope, id))?.name).toBe('新名小学')
})

describe('closing', () => {
  test('is refused while people stand on its roster, with their number', async () => {
    const { store, by } = await createPlaces()
    const { id } = await newOrganization(HERE, 'school', store)
    await putOnRoster(store, id)
    await putOnRoster(store, id)
    expect(await closeOrganization(store, by.here(id))).toEqual({
      done: false,
      problem: 'onRoster',
      data: { people: 2 },
    })
    expect((await findOrganizationIn(store, hereScope, id))?.closedOn).toBeNull()
  })

  test('and reopening work within the scope', async () => {
    const { store, by } = await createPlaces()
    const { id } = await newOrganization(HERE, 'school', store)
    expect(await closeOrganization(store, by.elsewhere(id))).toBeNull()
    doneId(await closeOrganization(store, by.here(id)))
    expect((await findOrganizationIn(store, hereScope, id))?.closedOn).not.toBeNull()
    expect(problemOf(await renewJoinCode(store, by.here(id)))).toBe('organizationIsClosed')
    expect(await reopenOrganization(store, by.elsewhere(id))).toBeNull()
    doneId(await reopenOrganization(store, by.here(id)))
    expect((await findOrganizationIn(store, hereScope, id))?.closedOn).toBeNull()
  })

  test('an organization of a closed region stays closed', async () => {
    const { store, by, region } = await createPlaces()
    const { id } = await newOrganization('990101001001', 'school', store)
    doneId(await closeOrganization(store, by.here(id)))
    doneId(await closeRegion(store, by.here((await region('990101001001')).id)))
    expect(problemOf(await reopenOrganization(store, by.here(id)))).toBe('regionIsClosed')
  })
})

test('renewing the joining code works within the scope', async () => {
  const { store, by } = await createPlaces()
  const { id, joinCode } = await newOrganization(HERE, 'school', store)
  expect(await renewJoinCode(store, by.elsewhere(id))).toBeNull()
  expect((await findOrganizationIn(store, hereScope, id))?.joinCode).toBe(joinCode)
  doneId(await renewJoinCode(store, by.here(id)))
  expect((await findOrganizationIn(store, hereScope, id))?.joinCode).not.toBe(joinCode)
})

describe('lists', () => {
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

  test('hold what lies in the scope: a street, a school', async () => {
    const { store } = await createPlaces()
    const [mine, other] = [
      await newOrganization(HERE, 'school', store),
      await newOrganization(ELSEWHERE, 'school', store),
    ]
    const own: Scope = { kind: 'organization', organizationId: mine.id }
    const query = readListQuery('http://x/')
    for (const scope of [hereScope, own]) {
      expect(idsOf((await listOrganizations(store, scope, query)).rows)).toEqual([mine.id])
      expect(idsOf(await searchOrganizations(store, scope, '小学', 10))).toEqual([mine.id])
      expect([...(await organizationsByName(store, scope)).values()]).toEqual([mine.id])
      expect(await findOrganizationIn(store, scope, other.id)).toBeNull()
    }
    expect((await listOrganizations(store, wholeDistrict, query)).total).toBe(2)
  })

  test('find by name, kind, region with all below, and state', async () => {
    const { store, by } = await createPlaces()
    const school1 = await newOrganization('990101001001', 'school', store)
    const shop = await newOrganization(ELSEWHERE, 'small-place', store)
    await putOnRoster(store, school1.id)
    const found = async (search: string) => {
      const query = readListQuery(`http://x/${search}`, ORGANIZATION_FILTERS)
      return idsOf((await listOrganizations(store, wholeDistrict, query)).rows)
    }
    expect(await found(`?search=${shop.name.slice(1, 5)}`)).toContain(shop.id)
    expect(await found('?kind=small-place')).toEqual([shop.id])
    expect(await found(`?region=${HERE}`)).toEqual([school1.id])
    expect(await found('?region=nonsense')).toEqual([])
    doneId(await closeOrganization(store, by.admin(shop.id)))
    expect(await found('')).toEqual([school1.id])
    expect(await found('?state=closed')).toEqual([shop.id])
    expect((await searchOrganizations(store, wholeDistrict, '', 10)).length).toBe(1)
    const { rows } = await listOrganizations(store, hereScope, readListQuery('http://x/'))
    expect(rows[0]).toMatchObject({ onRoster: 1, groups: 0, region: { name: '梧桐里社区（演示）' } })
  })

  test('a name that stands in two regions goes by name and region', async () => {
    const { store, trail, region } = await createPlaces()
    const at = { scope: wholeDistrict, trail }
    const [here, there] = [await region(HERE), await region(ELSEWHERE)]
    const one = doneId(await addOrganization(store, at, school(here.id)))
    const two = doneId(await addOrganization(store, at, school(there.id)))
    expect(await organizationsByName(store, wholeDistrict)).toEqual(
      new Map([
        ['第一小学（梧桐街道（演示））', one],
        ['第一小学（河湾街道（演示））', two],
      ]),
    )
    expect(await organizationsByName(store, hereScope)).toEqual(new Map([['第一小学', one]]))
  })
})
