import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { keysFrom } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { joinedAs, joinPerson, organizationByJoinCode, type Typed } from '#app/people/learners/joining.server'
import type { Learner } from '#app/people/learners/learners.server'
import { wholeDistrict } from '#app/people/places/scope'
import { recordConsent } from '#app/people/rosters/consents.server'
import { endMembership, membershipsOf } from '#app/people/rosters/memberships.server'
import { joinCodeOf } from '#app/people/rosters/person-codes.server'
import { mergePersons } from '#app/people/rosters/person-merge.server'
import { HERE, newAccount, newOrganization } from '../support/desk'
import { enter } from '../support/rosters'
import { createWorld, DAY, everyRow, later, morning } from '../support/world'

const keys = keysFrom('a secret of these tests')

let store: Store
let school: Awaited<ReturnType<typeof newOrganization>>
let mei: Learner
let wei: { id: string; membershipId: string }
beforeEach(async () => {
  const world = await createWorld()
  store = world.store
  mei = world.mei
  school = await newOrganization(HERE, 'school', store)
  wei = await enter(store, keys, { organizationId: school.id })
})

const trailAt = (now = morning) => ({ accountId: null, origin: 'a test', now })
const byName = (tail: string, name = '张伟'): Typed => ({ way: 'name', name, tail })
const byCode = (code: string): Typed => ({ way: 'code', code })
const join = (
  typed: Typed,
  {
    learner = null,
    now = morning,
    organizationId = school.id,
  }: Partial<{ learner: Learner | null; now: Date; organizationId: string }> = {},
) => joinPerson(store, { organizationId, typed, learner, keys, trail: trailAt(now) })
const NO = { kind: 'no-match' }

describe('joining', () => {
  test('makes a learner where there is none, and joins the one there is', async () => {
    const made = await join(byName('5678'))
    expect(made.kind).toBe('joined')
    const own = await join(byName('5678'), { learner: mei })
    expect(own).toEqual({ kind: 'joined', learnerId: mei.id })
    expect(await joinedAs(store, mei.id, school.id)).toBe(wei.id)
    expect(await store.db.$count(store.tables.learnerLinks)).toBe(2)
  })

  test('by the personal code fits one person of one organization', async () => {
    const code = joinCodeOf(keys, wei.id)
    const other = await newOrganization(HERE, 'school', store)
    expect(await join(byCode(code), { organizationId: other.id })).toEqual(NO)
    expect(await join(byCode(code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'))).toEqual(NO)
    expect((await join(byCode(code))).kind).toBe('joined')
    expect(JSON.stringify(await everyRow(store))).not.toContain(code)
  })

  test('twice as the same person is joining once; as another person it asks to leave first', async () => {
    const fang = await enter(store, keys, { organizationId: school.id, name: '王芳', phone: '13900001111' })
    await join(byName('5678'), { learner: mei })
    expect((await join(byName('5678'), { learner: mei })).kind).toBe('joined')
    expect(await join(byName('1111', '王芳'), { learner: mei })).toEqual({ kind: 'leave-first' })
    expect(await join(byCode(joinCodeOf(keys, fang.id)), { learner: mei })).toEqual({ kind: 'leave-first' })
    expect(await store.db.$count(store.tables.learnerLinks)).toBe(1)
  })

  test('with two taps at once joins once', async () => {
    const both = await Promise.all([join(byName('5678'), { learner: mei }), join(byName('5678'), { learner: mei })])
    expect(both.map(({ kind }) => kind)).toEqual(['joined', 'joined'])
    expect(await store.db.$count(store.tables.learnerLinks)).toBe(1)
  })

  test('is possible with two organizations', async () => {
    const station = await newOrganization(HERE, 'micro-station', store)
    await enter(store, keys, { organizationId: station.id })
    await join(byName('5678'), { learner: mei })
    expect((await join(byName('5678'), { learner: mei, organizationId: station.id })).kind).toBe('joined')
  })

  test('leaves no id of the learner in the log', async () => {
    await join(byName('5678'), { learner: mei })
    const entries = await store.db.select().from(store.tables.auditEntries)
    expect(entries).toMatchObject([{ action: 'learner.join', subjectId: wei.id }])
    expect(JSON.stringify(entries)).not.toContain(mei.id)
  })
})

describe('what does not fit is one answer', () => {
  test('a wrong name, wrong digits, no phone, somebody who has left, two who fit alike', async () => {
    await enter(store, keys, { organizationId: school.id, name: '无机', phone: null })
    for (const name of ['孙俪', '孙俪'])
      await enter(store, keys, { organizationId: school.id, name, phone: '13700002222' })
    for (const typed of [
      byName('5678', '张三'),
      byName('0000'),
      byName(''),
      byName('', '无机'),
      byName('2222', '孙俪'),
      byName('5678', ''),
    ])
      expect(await join(typed)).toEqual(NO)
    const [membership] = await membershipsOf(store, wholeDistrict, wei.id)
    if (membership) await endMembership(store, { membership, day: membership.startedOn, trail: trailAt() })
    expect(await join(byName('5678'))).toEqual(NO)
    expect(await join(byCode(joinCodeOf(keys, wei.id)))).toEqual(NO)
    expect(await store.db.$count(store.tables.learnerLinks)).toBe(0)
    expect(await store.db.$count(store.tables.learners)).toBe(0)
  })

  test('a child without a consent; with one they join', async () => {
    const child = await enter(store, keys, { organizationId: school.id, name: '李小苗', birthYear: 2018 })
    expect(await join(byName('5678', '李小苗'))).toEqual(NO)
    expect(await join(byCode(joinCodeOf(keys, child.id)))).toEqual(NO)
    const account = await newAccount('teacher', { organizationId: school.id }, store)
    const given = { guardianName: '李强', channel: 'paper', consentedOn: '2026-11-01' } as const
    await recordConsent(store, child.id, { given, trail: { ...trailAt(), accountId: account.id } })
    expect((await join(byName('5678', '李小苗'))).kind).toBe('joined')
  })
})

describe('trying', () => {
  const wrongTails = Array.from({ length: 30 }, (_, index) => String(1000 + index))

  test('ends after ten wrong tries in a day, also for the right digits; the code still opens', async () => {
    for (const tail of wrongTails.slice(0, 10)) expect(await join(byName(tail))).toEqual(NO)
    expect(await join(byName('5678'))).toEqual(NO)
    expect((await join(byCode(joinCodeOf(keys, wei.id)))).kind).toBe('joined')
    expect((await join(byName('5678'), { now: later(DAY) })).kind).toBe('joined')
  })

  test('all at once is no more than ten either', async () => {
    const answers = await Promise.all([...wrongTails, '5678'].map((tail) => join(byName(tail))))
    expect(answers.filter(({ kind }) => kind === 'joined')).toEqual([])
  })

  test('rightly costs nothing, however often', async () => {
    for (let times = 0; times < 12; times++) expect((await join(byName('5678'), { learner: mei })).kind).toBe('joined')
    expect((await join(byName('0000'))).kind).toBe('no-match')
    expect((await join(byName('5678'))).kind).toBe('joined')
  })

  test('a name counts for everybody of that name on this roster, and for nobody else', async () => {
    const second = await enter(store, keys, { organizationId: school.id, phone: '13900001111' })
    const away = await enter(store, keys, { organizationId: (await newOrganization(HERE, 'school', store)).id })
    await join(byName('0000'))
    const { persons } = store.tables
    const rows = await store.db.select({ id: persons.id, failures: persons.joinFailures }).from(persons)
    const counted = Object.fromEntries(rows.map(({ id, failures }) => [id, failures]))
    expect([counted[wei.id], counted[second.id], counted[away.id]]).toEqual([1, 1, 0])
  })
})

describe('two entries made one', () => {
  test('keep their devices, and the printed code of either leads to the one that stays', async () => {
    const double = await enter(store, keys, { organizationId: school.id, name: '张伟', phone: '13900001111' })
    await join(byName('1111'), { learner: mei })
    const trail = { ...trailAt(), accountId: null }
    const merged = await mergePersons(store, { scope: wholeDistrict, from: double.id, into: wei.id, trail })
    expect(merged).toBe(true)
    expect(await joinedAs(store, mei.id, school.id)).toBe(wei.id)
    const bo = { id: newId(), regionId: null }
    expect((await join(byCode(joinCodeOf(keys, double.id)), { learner: bo })).kind).toBe('joined')
    expect(await joinedAs(store, bo.id, school.id)).toBe(wei.id)
  })
})

test('a joining link leads to the organization, says when it is closed, and who took it over', async () => {
  const { organizations } = store.tables
  const next = await newOrganization(HERE, 'school', store)
  const found = () => organizationByJoinCode(store, school.joinCode)
  expect(await found()).toMatchObject({ id: school.id, isClosed: false, takenOverBy: null })
  const closing = (mergedInto: string | null) =>
    store.atomically((tx) => [
      tx.update(organizations).set({ closedOn: '2026-11-25', mergedInto }).where(eq(organizations.id, school.id)),
    ])
  await closing(null)
  expect(await found()).toMatchObject({ isClosed: true, takenOverBy: null })
  await closing(next.id)
  expect(await found()).toMatchObject({ isClosed: true, takenOverBy: next.joinCode })
  expect(await organizationByJoinCode(store, 'nobody')).toBeNull()
})
