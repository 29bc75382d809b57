import { beforeEach, describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { forgetLearner, readOwnData } from '#app/learn/progress/own-data.server'
import { completionsOfPersons } from '#app/learn/progress/person-completions.server'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { joinPerson } from '#app/people/learners/joining.server'
import { type Learner, rememberRegion } from '#app/people/learners/learners.server'
import { countLinks, leaveOrganization, listLinks, unlinkPerson } from '#app/people/learners/links.server'
import { wholeDistrict } from '#app/people/places/scope'
import { reassignMemberships } from '#app/people/rosters/memberships.server'
import { ELSEWHERE, HERE, newAccount, newOrganization } from '../support/desk'
import { enter } from '../support/rosters'
import { withoutIds } from '../support/texts'
import { createWorld, DAY, doors, everyRow, later, morning, takeAttempt } from '../support/world'

const keys = keysFrom('a secret of these tests')
const secret = 'a secret of these codes'
const trailAt = (now: Date) => ({ accountId: null, origin: 'a test', now })

let store: Store
let school: { id: string }
let mei: Learner
let bo: Learner
let wei: { id: string }
let fang: { id: string }
beforeEach(async () => {
  ;({ store, mei, bo } = await createWorld())
  school = await newOrganization(HERE, 'school', store)
  wei = await enter(store, keys, { organizationId: school.id })
  fang = await enter(store, keys, { organizationId: school.id, name: '王芳', phone: '13900001111' })
})

const people = { wei: ['张伟', '5678'], fang: ['王芳', '1111'] } as const
async function join(learner: Learner, who: keyof typeof people, now = morning, organizationId = school.id) {
  const [name, tail] = people[who]
  const typed = { way: 'name', name, tail } as const
  expect((await joinPerson(store, { organizationId, typed, learner, keys, trail: trailAt(now) })).kind).toBe('joined')
}
async function leave(learner: Learner, now: Date) {
  for (const { id: linkId } of await listLinks(store, learner.id))
    await leaveOrganization(store, { learnerId: learner.id, linkId, trail: trailAt(now) })
}
const passed = async (person: { id: string }, scope: Parameters<typeof completionsOfPersons>[1] = wholeDistrict) =>
  (await completionsOfPersons(store, scope, [person.id])).map(({ moduleId }) => moduleId)
async function makeOne(into: Learner, device: Learner, now = morning) {
  const { code } = await issueCode(store, into.id, { secret, now })
  await redeemCode(store, code, { ownId: device.id, secret, now })
}

describe('what a person has passed', () => {
  test('is what was learned before joining and after, on every device', async () => {
    await takeAttempt(store, { learner: mei })
    expect(await passed(wei)).toEqual([])
    await join(mei, 'wei')
    await join(bo, 'wei')
    await takeAttempt(store, { learner: bo, module: doors, now: later(DAY) })
    expect(await passed(wei)).toEqual(['call-119', 'run-or-close-door'])
    expect(await passed(fang)).toEqual([])
  })

  test('is seen through organizations of the scope only', async () => {
    await takeAttempt(store, { learner: mei })
    await join(mei, 'wei')
    expect(await passed(wei, { kind: 'region', prefix: ELSEWHERE.slice(0, 9) })).toEqual([])
    expect(await passed(wei, { kind: 'organization', organizationId: school.id })).toEqual(['call-119'])
  })

  test('after leaving stays what it was; what is learned later is not seen', async () => {
    await takeAttempt(store, { learner: mei })
    await join(mei, 'wei')
    await leave(mei, later(DAY))
    await takeAttempt(store, { learner: mei, module: doors, now: later(2 * DAY) })
    expect(await passed(wei)).toEqual(['call-119'])
    expect(await countLinks(store, wholeDistrict, wei.id)).toBe(0)
    expect(await listLinks(store, mei.id)).toEqual([])
  })

  test('cannot be given to a colleague by leaving and joining again', async () => {
    await takeAttempt(store, { learner: mei })
    await join(mei, 'wei')
    await leave(mei, later(DAY))
    await join(mei, 'fang', later(2 * DAY))
    expect([await passed(wei), await passed(fang)]).toEqual([['call-119'], []])
    await takeAttempt(store, { learner: mei, module: doors, now: later(3 * DAY) })
    expect([await passed(wei), await passed(fang)]).toEqual([['call-119'], ['run-or-close-door']])
    await leave(mei, later(4 * DAY))
    expect([await passed(wei), await passed(fang)]).toEqual([['call-119'], ['run-or-close-door']])
  })

  test('is taken away when the desk says that the devices were somebody else’s', async () => {
    await takeAttempt(store, { learner: mei })
    await join(mei, 'wei')
    const account = await newAccount('organizer', { regionCode: ELSEWHERE }, store)
    const away = { kind: 'region', prefix: ELSEWHERE.slice(0, 9) } as const
    expect(await unlinkPerson(store, { scope: away, personId: wei.id, trail: account.trail })).toBe(0)
    expect(await passed(wei)).toEqual(['call-119'])
    expect(await unlinkPerson(store, { scope: wholeDistrict, personId: wei.id, trail: account.trail })).toBe(1)
    expect(await passed(wei)).toEqual([])
    await join(mei, 'fang', later(DAY))
    expect(await passed(fang)).toEqual(['call-119'])
  })
})

describe('devices made one by a code', () => {
  test('bring what they had joined along', async () => {
    await rememberRegion(store, mei, morning)
    await takeAttempt(store, { learner: bo })
    await join(bo, 'wei')
    await makeOne(mei, bo)
    await takeAttempt(store, { learner: mei, module: doors, now: later(DAY) })
    expect(await passed(wei)).toEqual(['call-119', 'run-or-close-door'])
    expect(await listLinks(store, mei.id)).toHaveLength(1)
    await leave(mei, later(2 * DAY))
    expect(await passed(wei)).toEqual(['call-119', 'run-or-close-door'])
  })

  test('joined as two persons of one roster count for each what was theirs, and later for one', async () => {
    await takeAttempt(store, { learner: mei })
    await takeAttempt(store, { learner: bo, module: doors })
    await join(mei, 'wei')
    await join(bo, 'fang')
    await makeOne(mei, bo, later(DAY))
    expect([await passed(wei), await passed(fang)]).toEqual([['call-119'], ['run-or-close-door']])
    expect(await listLinks(store, mei.id)).toHaveLength(1)
  })
})

describe('a learner who joined and is forgotten', () => {
  test('leaves the counts of the roster as they were, and no old id anywhere', async () => {
    await takeAttempt(store, { learner: mei })
    await takeAttempt(store, { learner: bo, module: doors })
    await join(mei, 'wei')
    await makeOne(mei, bo)
    const before = await completionsOfPersons(store, wholeDistrict, [wei.id])
    await forgetLearner(store, mei.id, later(DAY))
    expect(await completionsOfPersons(store, wholeDistrict, [wei.id])).toEqual(before)
    const kept = JSON.stringify(await everyRow(store))
    expect([kept.includes(mei.id), kept.includes(bo.id)]).toEqual([false, false])
    expect(await countLinks(store, wholeDistrict, wei.id)).toBe(0)
    const entries = await store.db.select().from(store.tables.auditEntries)
    expect(entries.at(-1)).toMatchObject({ action: 'learner.forget', subjectId: 'forgotten', origin: '' })
  })

  test('has seen the organization’s name and the days in their own data, and nobody’s name or number', async () => {
    await join(mei, 'wei')
    const own = await readOwnData(store, mei)
    expect(own.organizations).toMatchObject([{ joinedAt: morning, leftAt: null }])
    expect(withoutIds(JSON.stringify(own))).not.toMatch(/张伟|5678/)
    expect(JSON.stringify(own)).not.toContain(wei.id)
  })
})

test('a roster that another organization takes over brings its devices along', async () => {
  const to = await newOrganization(HERE, 'school', store)
  await takeAttempt(store, { learner: mei })
  await join(mei, 'wei')
  await store.atomically((tx) => reassignMemberships(store, tx, school.id, to.id, '2026-11-25'))
  expect(await passed(wei, { kind: 'organization', organizationId: to.id })).toEqual(['call-119'])
  expect(await listLinks(store, mei.id)).toMatchObject([{ organizationId: to.id }])
})
