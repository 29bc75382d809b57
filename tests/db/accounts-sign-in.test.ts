import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { findSession, listSessions } from '#app/people/accounts/sessions.server'
import { confirmSession, type SignedIn, type SignInRefusal, signIn } from '#app/people/accounts/sign-in.server'
import { HERE } from '../support/desk'
import { codeAt, deedsOf, keys, newStaff, PASSWORD, trailAt } from '../support/staff'
import { createWorld, DAY, later, MINUTE, morning } from '../support/world'

let store: Store

beforeEach(async () => {
  store = (await createWorld()).store
})

const at = (now = morning) => ({ keys, trail: trailAt(now) })
const organizer = () => newStaff(store, 'organizer', { regionCode: HERE })
const lead = () => newStaff(store, 'survey-lead', { regionCode: HERE, hasFactor: true })
const tryPassword = (login: string, password: string, now = morning) => signIn(store, { login, password }, at(now))

/** Signs in and fails the test when it does not work. */
async function mustSignIn(login: string, now = morning): Promise<SignedIn> {
  const answer = await tryPassword(login, PASSWORD, now)
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer
}

/** The session that still owes a code. */
async function owing(login: string, now = morning) {
  const session = await findSession(store, (await mustSignIn(login, now)).token, now)
  if (!session) throw new Error('there is no session')
  return session
}

async function confirm(session: { id: string; account: { id: string } }, code: string, now = morning) {
  return confirmSession(store, { sessionId: session.id, accountId: session.account.id, code }, at(now))
}

const answersOf = (answers: (SignedIn | SignInRefusal | { token: string })[]) =>
  answers.map((answer) => ('refused' in answer ? answer.refused : 'in')).toSorted()

describe('login and password', () => {
  test('open a session, in any case of the login, and say so in the log', async () => {
    const { id, login } = await organizer()
    const { token, needsCode } = await mustSignIn(` ${login.toUpperCase()} `)
    expect(needsCode).toBe(false)
    expect(await findSession(store, token, morning)).toMatchObject({ isConfirmed: true, account: { id } })
    expect(await deedsOf(store, id)).toEqual(['session.signIn'])
  })

  test('an unknown login, one not accepted, one disabled and a wrong password get the same answer', async () => {
    const { login } = await organizer()
    const disabled = await organizer()
    const invited = await organizer()
    const { accounts } = store.tables
    await store.atomically((tx) => [
      tx.update(accounts).set({ disabledAt: morning }).where(eq(accounts.id, disabled.id)),
      tx.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, invited.id)),
    ])
    const answers = [
      await tryPassword(login, 'not the password'),
      await tryPassword('nobody', PASSWORD),
      await tryPassword(disabled.login, PASSWORD),
      await tryPassword(invited.login, PASSWORD),
    ]
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ refused: 'wrong' })))
  })

  test.each([
    ['a known login', true],
    ['a login that nobody has', false],
  ])('%s waits after five wrong tries, longer after each more, and then may try', async (_, isKnown) => {
    const login = isKnown ? (await organizer()).login : 'nobody'
    const wrong = (now: Date) => tryPassword(login, 'not the password', now)
    for (let tries = 1; tries <= 4; tries++) expect(await wrong(morning)).toEqual({ refused: 'wrong' })
    expect(await wrong(morning)).toEqual({ refused: 'wait', minutes: 1 })
    expect(await tryPassword(login, PASSWORD)).toEqual({ refused: 'wait', minutes: 1 })
    expect(await wrong(later(MINUTE))).toEqual({ refused: 'wait', minutes: 2 })
    expect(await wrong(later(3 * MINUTE))).toEqual({ refused: 'wait', minutes: 4 })
    expect(await tryPassword(login, PASSWORD, later(6 * MINUTE))).toEqual({ refused: 'wait', minutes: 1 })
    const answer = await tryPassword(login, PASSWORD, later(7 * MINUTE))
    expect('refused' in answer).toBe(!isKnown)
  })

  test('a right password forgets the wrong ones; a lockout is written down', async () => {
    const { id, login } = await organizer()
    for (let tries = 1; tries <= 4; tries++) await tryPassword(login, 'not the password')
    await mustSignIn(login)
    for (let tries = 1; tries <= 4; tries++)
      expect(await tryPassword(login, 'not the password')).toEqual({ refused: 'wrong' })
    await tryPassword(login, 'not the password')
    expect(await deedsOf(store, id)).toEqual(['session.signIn', 'account.lockedOut'])
  })

  test('forty tries in the same moment are looked at five times', async () => {
    const { login } = await organizer()
    const answers = await Promise.all(Array.from({ length: 40 }, () => tryPassword(login, 'not the password')))
    expect(answersOf(answers).filter((answer) => answer === 'wrong').length).toBeLessThanOrEqual(5)
    const [count] = await store.db.select().from(store.tables.signInFailures)
    expect(count?.failures).toBe(5)
  })

  test('counts of long ago are cleared away, for a log of guesses grows by itself', async () => {
    await tryPassword('nobody', 'x')
    await tryPassword('nobody-else', 'x', later(2 * DAY))
    expect(await store.db.$count(store.tables.signInFailures)).toBe(1)
  })

  test('a password that changes while it is checked opens nothing', async () => {
    const { id, login } = await organizer()
    const { accounts } = store.tables
    const started = tryPassword(login, PASSWORD)
    // By now the password is being hashed, on a thread of its own.
    await new Promise(setImmediate)
    await store.atomically((tx) => [tx.update(accounts).set({ passwordHash: 'another' }).where(eq(accounts.id, id))])
    expect(await started).toEqual({ refused: 'wrong' })
    expect(await listSessions(store, id, morning)).toEqual([])
  })
})

describe('the second factor', () => {
  test('is owed first: the session opens nothing, is on no list, and waits ten minutes', async () => {
    const { id, login } = await lead()
    const { token, needsCode } = await mustSignIn(login)
    expect(needsCode).toBe(true)
    expect((await findSession(store, token, morning))?.isConfirmed).toBe(false)
    expect(await listSessions(store, id, morning)).toEqual([])
    expect(await findSession(store, token, later(10 * MINUTE))).toBeNull()
    expect(await deedsOf(store, id)).toEqual([])
  })

  test('a right code gives a new token, and the old one is worth nothing', async () => {
    const { id, login } = await lead()
    const { token } = await mustSignIn(login)
    const session = await findSession(store, token, morning)
    const answer = await confirm(session!, codeAt(morning))
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.token).not.toBe(token)
    expect(await findSession(store, token, morning)).toBeNull()
    expect((await findSession(store, answer.token, morning))?.isConfirmed).toBe(true)
    expect(await deedsOf(store, id)).toEqual(['session.signIn'])
  })

  test('a code is taken once: not again, and not by two in the same moment', async () => {
    const { login } = await lead()
    const sessions = [await owing(login), await owing(login), await owing(login)]
    const code = codeAt(morning)
    expect(answersOf(await Promise.all(sessions.map((session) => confirm(session, code))))).toEqual([
      'in',
      'wrong',
      'wrong',
    ])
    expect(await confirm(await owing(login), code)).toEqual({ refused: 'wrong' })
    expect(answersOf([await confirm(await owing(login), codeAt(later(30_000)), later(30_000))])).toEqual(['in'])
    expect(await store.db.$count(store.tables.recoveryCodes, isNotNull(store.tables.recoveryCodes.usedAt))).toBe(0)
  })

  test('a recovery code works once, however it is typed, and that is written down', async () => {
    const { id, login, recoveryCodes } = await lead()
    const typed = ` ${recoveryCodes[0]?.toUpperCase().replace('-', ' – ')} `
    const sessions = [await owing(login), await owing(login)]
    expect(answersOf(await Promise.all(sessions.map((session) => confirm(session, typed))))).toEqual(['in', 'wrong'])
    expect(await confirm(await owing(login), typed)).toEqual({ refused: 'wrong' })
    expect(answersOf([await confirm(await owing(login), recoveryCodes[1] ?? '')])).toEqual(['in'])
    expect(await deedsOf(store, id)).toEqual(Array(2).fill(['session.signIn', 'account.recoveryCodeUsed']).flat())
  })

  test('wrong codes are counted apart from wrong passwords, and a right password does not forget them', async () => {
    const { login } = await lead()
    const session = await owing(login)
    for (let tries = 1; tries <= 4; tries++) expect(await confirm(session, '000000')).toEqual({ refused: 'wrong' })
    const again = await owing(login)
    expect(await confirm(again, '000000')).toEqual({ refused: 'wait', minutes: 1 })
    expect(await confirm(again, codeAt(morning))).toEqual({ refused: 'wait', minutes: 1 })
    expect(answersOf([await confirm(again, codeAt(later(MINUTE)), later(MINUTE))])).toEqual(['in'])
  })

  test('another account’s recovery code is wrong', async () => {
    const { recoveryCodes } = await lead()
    const { login } = await lead()
    expect(await confirm(await owing(login), recoveryCodes[0] ?? '')).toEqual({ refused: 'wrong' })
  })

  test('a session that has been ended meanwhile is not confirmed', async () => {
    const { login } = await lead()
    const session = await owing(login)
    await store.atomically((tx) => [tx.delete(store.tables.accountSessions)])
    expect(await confirm(session, codeAt(morning))).toEqual({ refused: 'wrong' })
    expect(await store.db.$count(store.tables.accountSessions)).toBe(0)
  })
})
