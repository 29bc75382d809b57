import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { acceptLink, readInvitation, setUp } from '#app/people/accounts/accept.server'
import { findLink, firstRunPath, newLink } from '#app/people/accounts/links.server'
import { disableAccount, renewLink } from '#app/people/accounts/manage.server'
import { offeredKey } from '#app/people/accounts/one-time-code.server'
import { findSession } from '#app/people/accounts/sessions.server'
import { signIn } from '#app/people/accounts/sign-in.server'
import { HERE, newAccount } from '../support/desk'
import { codeAt, deedsOf, keys, newStaff, PASSWORD, trailAt } from '../support/staff'
import { createWorld, DAY, later, MINUTE, morning } from '../support/world'

let store: Store

beforeEach(async () => {
  store = (await createWorld()).store
})

const at = (now = morning) => ({ keys, trail: trailAt(now) })
const tokenIn = (path: string | null) => new URL(path ?? '', 'http://zhihuo.test').searchParams.get('token') ?? ''

describe('the first administrator', () => {
  const admin = (link: string, login = 'zhoumin') => ({
    link,
    login,
    name: '周敏',
    password: PASSWORD,
    code: codeAt(morning, offeredKey(keys, link)),
  })
  const setupLink = async (now = morning) => tokenIn(await firstRunPath(store, now))

  test('is made by the link, with a second factor, ten recovery codes and an open session', async () => {
    const answer = await setUp(store, admin(await setupLink()), at())
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.codes).toHaveLength(10)
    const session = await findSession(store, answer.token, morning)
    expect(session).toMatchObject({
      isConfirmed: true,
      owesSecondFactor: false,
      account: { login: 'zhoumin', role: 'admin', scopeName: null },
    })
    expect(await deedsOf(store, session?.account.id ?? '')).toEqual(['account.setUp'])
  })

  test('cannot be made twice, and once there is an account no link is told', async () => {
    const link = await setupLink()
    await setUp(store, admin(link), at())
    expect(await setUp(store, admin(link, 'other'), at())).toEqual({ refused: 'gone' })
    expect(await firstRunPath(store, morning)).toBeNull()
  })

  test('is dead once an account exists, however that came about', async () => {
    const link = await setupLink()
    await newAccount('admin', {}, store)
    expect(await setUp(store, admin(link), at())).toEqual({ refused: 'gone' })
    expect(await store.db.$count(store.tables.accounts)).toBe(1)
  })

  test('is one, when two are made in the same moment', async () => {
    const link = await setupLink()
    const answers = await Promise.all(['one', 'two', 'three'].map((login) => setUp(store, admin(link, login), at())))
    expect(answers.filter((answer) => 'token' in answer)).toHaveLength(1)
    expect(await store.db.$count(store.tables.accounts)).toBe(1)
    expect(await store.db.$count(store.tables.accountSessions)).toBe(1)
  })

  test('a wrong code leaves the link as it was; a day makes it too old; a new start replaces it', async () => {
    const link = await setupLink()
    expect(await setUp(store, { ...admin(link), code: '000000' }, at())).toEqual({ refused: 'wrong' })
    expect(await findLink(store, ['setup'], link, later(DAY - 1))).not.toBeNull()
    expect(await findLink(store, ['setup'], link, later(DAY))).toBeNull()
    expect(await findLink(store, ['invitation', 'reset'], link, morning)).toBeNull()
    const newer = await setupLink()
    expect(await findLink(store, ['setup'], link, morning)).toBeNull()
    expect(await findLink(store, ['setup'], newer, morning)).not.toBeNull()
  })
})

/** A link of this kind for an account. */
async function linkFor(accountId: string, kind: 'invitation' | 'reset' = 'invitation'): Promise<string> {
  const { token, statements } = newLink(store, kind, accountId, morning)
  await store.atomically(statements)
  return token
}

describe('an invitation', () => {
  const accept = (link: string, code = '', now = morning) =>
    acceptLink(store, { link, password: PASSWORD, code }, at(now))

  test('gives the account its password and opens a session, once', async () => {
    const { id, login } = await newAccount('organizer', { regionCode: HERE }, store)
    const link = await linkFor(id)
    expect(await readInvitation(store, link, morning)).toMatchObject({ kind: 'invitation', factor: 'none' })
    const answer = await accept(link)
    expect(answer).toMatchObject({ codes: null })
    expect(await accept(link)).toEqual({ refused: 'gone' })
    expect(await signIn(store, { login, password: PASSWORD }, at())).toMatchObject({ needsCode: false })
    expect(await deedsOf(store, id)).toEqual(['account.accept', 'session.signIn'])
  })

  test('is taken by one, when two use it in the same moment', async () => {
    const { id } = await newAccount('organizer', { regionCode: HERE }, store)
    const link = await linkFor(id)
    const answers = await Promise.all([accept(link), accept(link), accept(link)])
    expect(answers.filter((answer) => 'token' in answer)).toHaveLength(1)
    expect(await store.db.$count(store.tables.accountSessions)).toBe(1)
  })

  test('of a role that needs it goes with a second factor', async () => {
    const { id } = await newAccount('organizer', { regionCode: HERE }, store)
    const { accounts } = store.tables
    await store.atomically((tx) => [tx.update(accounts).set({ role: 'survey-lead' })])
    const link = await linkFor(id)
    expect((await readInvitation(store, link, morning))?.factor).toBe('enrol')
    expect(await accept(link)).toEqual({ refused: 'wrong' })
    const answer = await accept(link, codeAt(morning, offeredKey(keys, link)))
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.codes).toHaveLength(10)
    expect((await findSession(store, answer.token, morning))?.owesSecondFactor).toBe(false)
  })

  test('is too old after seven days, and dead for a disabled account or after a newer one', async () => {
    const { id } = await newAccount('organizer', { regionCode: HERE }, store)
    const link = await linkFor(id)
    expect(await readInvitation(store, link, later(7 * DAY - 1))).not.toBeNull()
    expect(await accept(link, '', later(7 * DAY))).toEqual({ refused: 'gone' })
    const trail = trailAt(morning)
    const newer = await renewLink(store, id, trail)
    expect(newer).toMatchObject({ kind: 'invitation' })
    expect(await accept(link)).toEqual({ refused: 'gone' })
    await disableAccount(store, id, trail)
    expect(await accept('token' in newer ? newer.token : '')).toEqual({ refused: 'gone' })
  })
})

describe('a link for a new password', () => {
  const NEXT = '磁带 海带 皮带 车票'
  const reset = (link: string, code = '') => acceptLink(store, { link, password: NEXT, code }, at())

  test('ends all sessions and the wait after wrong passwords', async () => {
    const { id, login } = await newStaff(store, 'organizer', { regionCode: HERE })
    const before = await signIn(store, { login, password: PASSWORD }, at())
    for (let tries = 1; tries <= 6; tries++) await signIn(store, { login, password: 'wrong' }, at())
    const answer = await reset(await linkFor(id, 'reset'))
    expect(answer).toMatchObject({ codes: null })
    expect(await findSession(store, 'token' in before ? before.token : '', morning)).toBeNull()
    expect(await signIn(store, { login, password: NEXT }, at())).toMatchObject({ needsCode: false })
    expect(await signIn(store, { login, password: PASSWORD }, at())).toEqual({ refused: 'wrong' })
  })

  test('asks for the second factor that is there: the link alone is not enough', async () => {
    const { id, recoveryCodes } = await newStaff(store, 'admin', { hasFactor: true })
    const link = await linkFor(id, 'reset')
    expect((await readInvitation(store, link, morning))?.factor).toBe('show')
    expect(await reset(link)).toEqual({ refused: 'wrong' })
    expect(await reset(link, '000000')).toEqual({ refused: 'wrong' })
    expect(await reset(link, recoveryCodes[0])).toMatchObject({ codes: null })
    expect(await reset(await linkFor(id, 'reset'), recoveryCodes[0])).toEqual({ refused: 'wrong' })
    expect(await reset(await linkFor(id, 'reset'), codeAt(morning))).toMatchObject({ codes: null })
    expect(await reset(await linkFor(id, 'reset'), codeAt(morning))).toEqual({ refused: 'wrong' })
  })

  test('lets codes be guessed no faster than signing in does', async () => {
    const { id } = await newStaff(store, 'admin', { hasFactor: true })
    const link = await linkFor(id, 'reset')
    for (let tries = 1; tries <= 4; tries++) expect(await reset(link, '000000')).toEqual({ refused: 'wrong' })
    expect(await reset(link, '000000')).toEqual({ refused: 'wait', minutes: 1 })
    expect(await reset(link, codeAt(morning))).toEqual({ refused: 'wait', minutes: 1 })
    expect(await readInvitation(store, link, later(MINUTE))).not.toBeNull()
  })
})
