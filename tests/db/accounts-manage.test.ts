import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { everyAccount, findAccount, listAccounts } from '#app/people/accounts/accounts.server'
import * as manage from '#app/people/accounts/manage.server'
import { offeredKey } from '#app/people/accounts/one-time-code.server'
import { replaceRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from '#app/people/accounts/own-account.server'
import { placeChoices } from '#app/people/accounts/place-choices.server'
import { countRecoveryCodes } from '#app/people/accounts/recovery-codes.server'
import { findSession, newSession } from '#app/people/accounts/sessions.server'
import { signIn } from '#app/people/accounts/sign-in.server'
import { newToken } from '#app/people/accounts/token.server'
import { ELSEWHERE, HERE, newAccount, newOrganization, regionAt } from '../support/desk'
import { codeAt, deedsOf, keys, newStaff, PASSWORD, trailAt } from '../support/staff'
import { createWorld, later, morning } from '../support/world'

let store: Store
let admin: Awaited<ReturnType<typeof newStaff>>

beforeEach(async () => {
  store = (await createWorld()).store
  admin = await newStaff(store, 'admin', { hasFactor: true })
})

const trail = () => trailAt(morning, admin.id)

async function open(accountId: string) {
  const token = newToken()
  await store.atomically((tx) => [
    newSession(store, tx, { token, accountId, isConfirmed: true, device: 'a', now: morning }),
  ])
  return async () => (await findSession(store, token, morning)) !== null
}

describe('an invitation', () => {
  test('makes an account that opens nothing yet, and a login is taken once', async () => {
    const region = await regionAt(HERE, store)
    const details = {
      login: 'chenbo',
      name: '陈波',
      role: 'organizer' as const,
      regionId: region.id,
      organizationId: null,
    }
    const made = await manage.invite(store, details, trail())
    if ('refused' in made) throw new Error(made.refused)
    expect(await findAccount(store, made.accountId, { keys, now: morning })).toMatchObject({
      login: 'chenbo',
      state: 'invited',
      scopeName: '梧桐街道（演示）',
    })
    const answers = await Promise.all([1, 2].map(() => manage.invite(store, { ...details, login: 'twice' }, trail())))
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'loginTaken')).toHaveLength(1)
  })
})

describe('a change', () => {
  test('of role or place ends the sessions; of the name does not', async () => {
    const region = await regionAt(HERE, store)
    const other = await regionAt(ELSEWHERE, store)
    const { id } = await newStaff(store, 'organizer', { regionCode: HERE })
    const isIn = await open(id)
    const details = {
      accountId: id,
      name: '陈波',
      role: 'organizer' as const,
      regionId: region.id,
      organizationId: null,
    }
    expect(await manage.changeAccount(store, details, trail())).toBeNull()
    expect(await isIn()).toBe(true)
    await manage.changeAccount(store, { ...details, regionId: other.id }, trail())
    expect(await isIn()).toBe(false)
    const isInAgain = await open(id)
    await manage.changeAccount(store, { ...details, role: 'interviewer', regionId: other.id }, trail())
    expect(await isInAgain()).toBe(false)
  })
})

describe('administrators', () => {
  const demoted = { name: '周敏', role: 'auditor' as const, regionId: null, organizationId: null }

  test('do to their own account nothing that could lock them out', async () => {
    await newStaff(store, 'admin')
    const refused = { refused: 'self' }
    expect(await manage.disableAccount(store, admin.id, trail())).toEqual(refused)
    expect(await manage.changeAccount(store, { accountId: admin.id, ...demoted }, trail())).toEqual(refused)
    expect(await manage.takeSecondFactor(store, admin.id, { keys, trail: trail() })).toEqual(refused)
    expect(await manage.renewLink(store, admin.id, trail())).toEqual(refused)
    const renamed = { ...demoted, accountId: admin.id, role: 'admin' as const, name: '周敏敏' }
    expect(await manage.changeAccount(store, renamed, trail())).toBeNull()
  })

  test('never all go: not the last one, and not two by each other in the same moment', async () => {
    const other = await newStaff(store, 'admin')
    const byOther = trailAt(morning, other.id)
    const answers = await Promise.all([
      manage.disableAccount(store, other.id, trail()),
      manage.disableAccount(store, admin.id, byOther),
    ])
    expect(answers.toSorted()).toEqual([{ refused: 'lastAdmin' }, null])
    const { accounts } = store.tables
    await store.atomically((tx) => [tx.update(accounts).set({ disabledAt: null })])
    const changes = await Promise.all([
      manage.changeAccount(store, { accountId: other.id, ...demoted }, trail()),
      manage.changeAccount(store, { accountId: admin.id, ...demoted }, byOther),
    ])
    expect(changes.toSorted()).toEqual([{ refused: 'lastAdmin' }, null])
    expect(await store.db.$count(accounts, eq(accounts.role, 'admin'))).toBe(1)
  })

  test('who were invited and have not come yet do not count as one who remains', async () => {
    await newAccount('admin', {}, store)
    const nobody = trailAt(morning, null)
    expect(await manage.disableAccount(store, admin.id, nobody)).toEqual({ refused: 'lastAdmin' })
  })

  test('shut an account, which ends its sessions and links, and open it again', async () => {
    const { id, login } = await newStaff(store, 'organizer', { regionCode: HERE })
    const isIn = await open(id)
    await manage.renewLink(store, id, trail())
    expect(await manage.disableAccount(store, id, trail())).toBeNull()
    expect(await isIn()).toBe(false)
    expect(await store.db.$count(store.tables.accountLinks)).toBe(0)
    expect(await manage.renewLink(store, id, trail())).toEqual({ refused: 'disabled' })
    expect(await signIn(store, { login, password: PASSWORD }, { keys, trail: trailAt(morning) })).toEqual({
      refused: 'wrong',
    })
    await manage.enableAccount(store, id, trail())
    expect(await signIn(store, { login, password: PASSWORD }, { keys, trail: trailAt(morning) })).toHaveProperty(
      'token',
    )
    expect(await deedsOf(store, id)).toEqual([
      'account.resetLink',
      'account.disable',
      'account.enable',
      'session.signIn',
    ])
  })

  test('take away a lost second factor, with its recovery codes and sessions', async () => {
    const { id } = await newStaff(store, 'organizer', { regionCode: HERE, hasFactor: true })
    const isIn = await open(id)
    await manage.takeSecondFactor(store, id, { keys, trail: trail() })
    expect([await isIn(), await countRecoveryCodes(store, id)]).toEqual([false, 0])
    expect((await findAccount(store, id, { keys, now: morning }))?.hasSecondFactor).toBe(false)
  })
})

describe('one’s own second factor', () => {
  async function signedIn(role: 'admin' | 'auditor', hasFactor: boolean) {
    const { id } = await newStaff(store, role, { hasFactor })
    const token = newToken()
    await store.atomically((tx) => [
      newSession(store, tx, { token, accountId: id, isConfirmed: true, device: 'a', now: morning }),
    ])
    const { account, id: sessionId } = (await findSession(store, token, morning))!
    return { account, token, sessionId, context: { keys, trail: trailAt(morning, id) } }
  }

  test('is turned on with password and first code; other sessions end, and this one is never offered that key again', async () => {
    const { account, token, sessionId, context } = await signedIn('auditor', false)
    const isIn = await open(account.id)
    const code = codeAt(morning, offeredKey(keys, sessionId))
    const ownSession = async () => (await findSession(store, token, morning))?.id ?? ''
    const turnOn = (password: string, typed: string) =>
      ownSession().then((id) => turnOnSecondFactor(store, { account, sessionId: id, password, code: typed }, context))
    expect(await turnOn('wrong', code)).toEqual({ refused: 'wrong' })
    expect(await turnOn(PASSWORD, '000000')).toEqual({ refused: 'wrongCode' })
    const answer = await turnOn(PASSWORD, code)
    if ('refused' in answer) throw new Error(answer.refused)
    expect([answer.codes.length, await countRecoveryCodes(store, account.id), await isIn()]).toEqual([10, 10, false])
    const session = await findSession(store, token, morning)
    expect(offeredKey(keys, session?.id ?? '')).not.toBe(offeredKey(keys, sessionId))
    expect(await turnOn(PASSWORD, code)).toEqual({ refused: 'wrongCode' })
  })

  test('is turned off only where the role does without, and new recovery codes replace all old ones', async () => {
    const lead = await signedIn('admin', true)
    expect(await turnOffSecondFactor(store, { account: lead.account, password: PASSWORD }, lead.context)).toEqual({
      refused: 'needed',
    })
    const { account, context } = await signedIn('auditor', true)
    const made = await replaceRecoveryCodes(store, { account, password: PASSWORD }, context)
    expect(made && 'codes' in made && new Set(made.codes).size).toBe(10)
    expect(await turnOffSecondFactor(store, { account, password: PASSWORD }, context)).toBeNull()
    expect(await replaceRecoveryCodes(store, { account, password: PASSWORD }, context)).toBeNull()
    expect(await countRecoveryCodes(store, account.id)).toBe(0)
  })
})

describe('the list', () => {
  const query = (filters: Record<string, string>, search = '') => ({ search, page: 1, filters })
  const logins = async (filters: Record<string, string>, search = '') =>
    (await listAccounts(store, query(filters, search), { keys, now: morning })).rows.map(({ login }) => login)

  test('finds by name, login, role and state; the file holds the same rows', async () => {
    const { login } = await newStaff(store, 'organizer', { regionCode: HERE })
    const invited = await newAccount(
      'teacher',
      { organizationId: (await newOrganization(HERE, 'school', store)).id },
      store,
    )
    for (let tries = 1; tries <= 5; tries++)
      await signIn(store, { login, password: 'wrong' }, { keys, trail: trailAt(morning) })
    expect(await logins({ role: 'organizer' })).toEqual([login])
    expect(await logins({ state: 'invited' })).toEqual([invited.login])
    expect(await logins({ state: 'locked' })).toEqual([login])
    expect(await logins({}, invited.login.slice(-6))).toEqual([invited.login])
    expect(await logins({}, '%')).toEqual([])
    expect(await logins({ role: 'constructor', state: '__proto__' })).toHaveLength(3)
    const all = await everyAccount(store, query({}), { keys, now: later(3_600_000) })
    expect(all.map(({ isLocked }) => isLocked)).toEqual([false, false, false])
  })

  test('places are found by a part of their name, with the place around them', async () => {
    const choices = async (role: 'organizer' | 'teacher' | 'admin', search: string) =>
      (await placeChoices(store, { role, search, chosen: null })).places.map(({ name, within }) => [name, within])
    const school = await newOrganization(ELSEWHERE, 'school', store)
    expect((await choices('organizer', '')).map(([name]) => name)).toContain('知火区（演示）')
    expect(await choices('organizer', '水塔')).toEqual([['水塔社区（演示）', '河湾街道（演示）']])
    expect(await choices('teacher', school.name)).toEqual([[school.name, '河湾街道（演示）']])
    expect(await choices('admin', '')).toEqual([])
  })
})
