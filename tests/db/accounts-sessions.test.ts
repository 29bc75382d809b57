import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { newLink } from '#app/people/accounts/links.server'
import { changePassword, revokeOtherSessions, revokeSession, signOut } from '#app/people/accounts/own-account.server'
import { isPassword } from '#app/people/accounts/password.server'
import { clearSessions, findSession, listSessions, newSession } from '#app/people/accounts/sessions.server'
import { newToken } from '#app/people/accounts/token.server'
import { ELSEWHERE, HERE, newAccount } from '../support/desk'
import { deedsOf, keys, newStaff, PASSWORD, trailAt } from '../support/staff'
import { createWorld, later, MINUTE, morning } from '../support/world'

const HOUR = 60 * MINUTE
const NEW_PASSWORD = '磁带 海带 皮带 车票'

let store: Store

beforeEach(async () => {
  store = (await createWorld()).store
})

/** A session of an account that was opened in the morning: its token, and itself. */
async function open(accountId: string, isConfirmed = true) {
  const token = newToken()
  await store.atomically((tx) => [newSession(store, tx, { token, accountId, isConfirmed, device: 'a', now: morning })])
  const session = await findSession(store, token, morning)
  if (!session) throw new Error('there is no session')
  return { token, ...session }
}

const isOpen = async (token: string, now: Date) => (await findSession(store, token, now)) !== null

test('a session ends after an hour without a click', async () => {
  const { id } = await newAccount('auditor', {}, store)
  const { token } = await open(id)
  expect(await isOpen(token, later(59 * MINUTE))).toBe(true)
  expect(await isOpen(token, later(59 * MINUTE + HOUR - 1))).toBe(true)
  expect(await isOpen(token, later(59 * MINUTE + HOUR - 1 + HOUR))).toBe(false)
})

test('a session ends after twelve hours, however often it is used', async () => {
  const { id } = await newAccount('auditor', {}, store)
  const { token } = await open(id)
  for (let minutes = 0; minutes < 12 * 60; minutes += 30)
    expect(await isOpen(token, later(minutes * MINUTE))).toBe(true)
  expect(await isOpen(token, later(12 * HOUR - 1))).toBe(true)
  expect(await isOpen(token, later(12 * HOUR))).toBe(false)
})

test('only the hash of the token is kept', async () => {
  const { id } = await newAccount('auditor', {}, store)
  const { token } = await open(id)
  const [row] = await store.db.select().from(store.tables.accountSessions)
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await findSession(store, row?.tokenHash ?? '', morning)).toBeNull()
})

test('a disabled account’s session opens nothing', async () => {
  const { accounts } = store.tables
  const { id } = await newAccount('auditor', {}, store)
  const { token } = await open(id)
  await store.atomically((tx) => [tx.update(accounts).set({ disabledAt: morning }).where(eq(accounts.id, id))])
  expect(await isOpen(token, morning)).toBe(false)
})

test('sessions that have ended by themselves are cleared away, others stay', async () => {
  const { id } = await newAccount('auditor', {}, store)
  await open(id)
  await store.atomically((tx) => [clearSessions(store, tx, later(HOUR - 1))])
  expect(await store.db.$count(store.tables.accountSessions)).toBe(1)
  await store.atomically((tx) => [clearSessions(store, tx, later(HOUR))])
  expect(await store.db.$count(store.tables.accountSessions)).toBe(0)
})

describe('what a session sees', () => {
  test.each([
    ['organizer', HERE, '990101001', '梧桐街道（演示）'],
    ['interviewer', ELSEWHERE, '990101002', '河湾街道（演示）'],
  ] as const)('%s of %s: that region and what is below it', async (role, regionCode, prefix, scopeName) => {
    const { id } = await newAccount(role, { regionCode }, store)
    expect((await open(id)).account).toMatchObject({ scope: { kind: 'region', prefix }, scopeName })
  })

  test('an organizer whose region is missing sees nothing, not everything', async () => {
    const { id } = await newAccount('organizer', {}, store)
    expect((await open(id)).account.scope).toEqual({ kind: 'organization', organizationId: '' })
  })

  test('a role that needs a second factor owes one until the account has it', async () => {
    const owes = async (role: 'admin' | 'auditor', hasFactor: boolean) =>
      (await open((await newStaff(store, role, { hasFactor })).id)).owesSecondFactor
    expect([await owes('admin', false), await owes('admin', true), await owes('auditor', false)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('one’s own sessions', () => {
  test('are listed, the newest first, and can be ended one by one; nobody else’s can', async () => {
    const mei = await newStaff(store, 'auditor')
    const bo = await newStaff(store, 'auditor')
    const [first, second, theirs] = [await open(mei.id), await open(mei.id), await open(bo.id)]
    expect((await listSessions(store, mei.id, morning)).map(({ id }) => id)).toEqual([second.id, first.id])
    const trail = trailAt(morning, mei.id)
    await revokeSession(store, { account: first.account, sessionId: second.id }, trail)
    await revokeSession(store, { account: first.account, sessionId: theirs.id }, trail)
    expect(await isOpen(second.token, morning)).toBe(false)
    expect(await isOpen(theirs.token, morning)).toBe(true)
    expect(await isOpen(first.token, morning)).toBe(true)
  })

  test('all others are ended at once, and signing out ends this one', async () => {
    const mei = await newStaff(store, 'auditor')
    const [first, second, third] = [await open(mei.id), await open(mei.id), await open(mei.id)]
    const trail = trailAt(morning, mei.id)
    await revokeOtherSessions(store, { account: second.account, sessionId: second.id }, trail)
    const left = await Promise.all([first, second, third].map(({ token }) => isOpen(token, morning)))
    expect(left).toEqual([false, true, false])
    await signOut(store, { account: second.account, sessionId: second.id }, trail)
    expect(await isOpen(second.token, morning)).toBe(false)
    expect(await deedsOf(store, mei.id)).toEqual(['session.revoke', 'session.signOut'])
  })
})

describe('a new password', () => {
  const context = (accountId: string, now = morning) => ({ keys, trail: trailAt(now, accountId) })

  test('ends the other sessions and makes open links worthless', async () => {
    const mei = await newStaff(store, 'auditor')
    const [here, elsewhere] = [await open(mei.id), await open(mei.id)]
    await store.atomically(newLink(store, 'reset', mei.id, morning).statements)
    const change = { account: here.account, sessionId: here.id, current: PASSWORD, next: NEW_PASSWORD }
    expect(await changePassword(store, change, context(mei.id))).toBeNull()
    expect([await isOpen(here.token, morning), await isOpen(elsewhere.token, morning)]).toEqual([true, false])
    expect(await store.db.$count(store.tables.accountLinks)).toBe(0)
    const [row] = await store.db.select().from(store.tables.accounts)
    expect(await isPassword(NEW_PASSWORD, row?.passwordHash ?? null)).toBe(true)
    expect(await deedsOf(store, mei.id)).toEqual(['account.passwordChange'])
  })

  test('asks for the one before, and whoever guesses it waits', async () => {
    const mei = await newStaff(store, 'auditor')
    const here = await open(mei.id)
    const change = { account: here.account, sessionId: here.id, current: 'a guess', next: NEW_PASSWORD }
    for (let tries = 1; tries <= 4; tries++)
      expect(await changePassword(store, change, context(mei.id))).toEqual({ refused: 'wrong' })
    expect(await changePassword(store, change, context(mei.id))).toEqual({ refused: 'wait', minutes: 1 })
    const right = { ...change, current: PASSWORD }
    expect(await changePassword(store, right, context(mei.id))).toEqual({ refused: 'wait', minutes: 1 })
    expect(await changePassword(store, right, context(mei.id, later(MINUTE)))).toBeNull()
  })
})
