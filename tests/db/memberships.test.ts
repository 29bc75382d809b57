import { beforeEach, describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { wholeDistrict } from '#app/people/places/scope'
import {
  changeMembership,
  endFault,
  endMembership,
  membershipsOf,
  personsOfOrganization,
  reassignMemberships,
} from '#app/people/rosters/memberships.server'
import { listPersons } from '#app/people/rosters/person-list.server'
import { mergePersons, proposeSame } from '#app/people/rosters/person-merge.server'
import { addMembership, findPerson } from '#app/people/rosters/persons.server'
import { ELSEWHERE, HERE, newAccount, newOrganization } from '../support/desk'
import { enter, query } from '../support/rosters'
import { createWorld, everyRow } from '../support/world'

const keys = keysFrom('a secret of these tests')
const here = { kind: 'region', prefix: HERE.slice(0, 9) } as const

let store: Store
let school: { id: string }
let other: { id: string }
let trail: { accountId: string; origin: string; now: Date }
beforeEach(async () => {
  store = (await createWorld()).store
  school = await newOrganization(HERE, 'school', store)
  other = await newOrganization(HERE, 'property', store)
  const account = await newAccount('organizer', { regionCode: HERE }, store)
  trail = { accountId: account.id, origin: 'a test', now: new Date('2026-11-25T10:00:00+08:00') }
})

const onRosterOf = async ({ id }: { id: string }) =>
  (await personsOfOrganization(store, id)).map((person) => person.id).toSorted()
const add = (id: string, organizationId: string) => {
  const membership = { organizationId, groupId: null, roleGroup: 'guard', note: null }
  return addMembership(store, { person: { id, birthYear: 1980 }, membership, trail })
}

describe('a membership', () => {
  test('is one for each roster at a time, and several rosters at once', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id })
    expect([await add(id, school.id), await add(id, other.id)]).toEqual(['alreadyThere', 'added'])
    expect(await membershipsOf(store, here, id)).toHaveLength(2)
  })

  test('ends on a day and stays; coming back begins another', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id, on: '2026-09-01' })
    const [membership] = await membershipsOf(store, here, id)
    if (!membership) throw new Error('no membership')
    expect(endFault(membership, '2026-08-31', trail.now)).toBe('endsEarly')
    expect(endFault(membership, '2026-11-26', trail.now)).toBe('endsLate')
    expect(endFault(membership, '2026-11-25', trail.now)).toBeNull()
    await endMembership(store, { membership, day: '2026-11-20', trail })
    expect(await onRosterOf(school)).toEqual([])
    expect((await findPerson(store, keys, { scope: here, id }))?.name).toBe('张伟')
    const asked = { scope: here, keys, seesContacts: true }
    expect((await listPersons(store, { ...asked, query: query() })).total).toBe(0)
    expect((await listPersons(store, { ...asked, query: query('', { state: 'left' }) })).total).toBe(1)
    expect(await add(id, school.id)).toBe('added')
    const periods = (await membershipsOf(store, here, id)).map(({ startedOn, endedOn }) => [startedOn, endedOn])
    expect(periods).toEqual([
      ['2026-11-25', null],
      ['2026-09-01', '2026-11-20'],
    ])
  })

  test('is changed in role, group and note, with a trace', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id })
    const [membership] = await membershipsOf(store, here, id)
    if (!membership) throw new Error('no membership')
    await changeMembership(store, { membership, given: { roleGroup: 'guard', groupId: null, note: '夜班' }, trail })
    expect(await membershipsOf(store, here, id)).toMatchObject([{ roleGroup: 'guard', note: '夜班' }])
    expect(await store.db.select().from(store.tables.auditEntries)).toMatchObject([{ action: 'person.change' }])
  })

  test('outside the scope is not shown with those inside', async () => {
    const away = await newOrganization(ELSEWHERE, 'school', store)
    const { id } = await enter(store, keys, { organizationId: school.id })
    await add(id, away.id)
    expect((await membershipsOf(store, here, id)).map(({ organizationId }) => organizationId)).toEqual([school.id])
  })
})

test('a roster is given over whole; who stands on both keeps the membership there', async () => {
  const one = await enter(store, keys, { organizationId: school.id })
  const both = await enter(store, keys, { organizationId: school.id, name: '王芳' })
  await add(both.id, other.id)
  await store.atomically((tx) => reassignMemberships(store, tx, school.id, other.id, '2026-11-25'))
  expect(await onRosterOf(school)).toEqual([])
  expect(await onRosterOf(other)).toEqual([one.id, both.id].toSorted())
  const ended = (await membershipsOf(store, here, both.id)).filter(({ endedOn }) => endedOn !== null)
  expect(ended).toMatchObject([{ organizationId: school.id, endedOn: '2026-11-25' }])
})

describe('two entries of one person', () => {
  test('are proposed by the phone, the ID, or name and year of birth, and only within the scope', async () => {
    const away = await newOrganization(ELSEWHERE, 'school', store)
    const { id } = await enter(store, keys, { organizationId: school.id, idNumber: '110105194912310021' })
    const phone = await enter(store, keys, { organizationId: other.id, name: '张威', birthYear: 1981 })
    const number = await enter(store, keys, {
      organizationId: other.id,
      name: '张卫',
      phone: null,
      idNumber: '110105194912310021',
    })
    const name = await enter(store, keys, { organizationId: other.id, phone: '13900001111' })
    await enter(store, keys, { organizationId: away.id })
    await enter(store, keys, { organizationId: other.id, phone: null, birthYear: 1999 })
    const proposed = await proposeSame(store, here, id)
    expect(proposed.map((same) => [same.id, same.because])).toEqual([
      [phone.id, 'samePhone'],
      [number.id, 'sameId'],
      [name.id, 'sameName'],
    ])
  })

  test('become one: rosters, what was missing, and one open membership on each roster', async () => {
    const into = await enter(store, keys, { organizationId: school.id, phone: null, birthYear: null })
    const from = await enter(store, keys, { organizationId: school.id, on: '2026-09-01' })
    await add(from.id, other.id)
    expect(await mergePersons(store, { scope: here, from: from.id, into: into.id, trail })).toBe(true)
    expect(await onRosterOf(school)).toEqual([into.id])
    expect(await onRosterOf(other)).toEqual([into.id])
    expect(await membershipsOf(store, here, into.id)).toHaveLength(3)
    const kept = await findPerson(store, keys, { scope: here, id: into.id })
    expect(kept).toMatchObject({ phone: '138****5678', birthYear: 1980 })
    expect(await findPerson(store, keys, { scope: wholeDistrict, id: from.id })).toBeNull()
  })

  test('are left alone when one of them is not in the scope, or both are the same', async () => {
    const away = await newOrganization(ELSEWHERE, 'school', store)
    const mine = await enter(store, keys, { organizationId: school.id })
    const theirs = await enter(store, keys, { organizationId: away.id })
    const before = await everyRow(store)
    for (const [from, into] of [
      [theirs.id, mine.id],
      [mine.id, theirs.id],
      [mine.id, mine.id],
    ] as const)
      expect(await mergePersons(store, { scope: here, from, into, trail })).toBe(false)
    expect(await everyRow(store)).toEqual(before)
  })
})
