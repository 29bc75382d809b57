import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { wholeDistrict } from '#app/people/places/scope'
import { listPersons } from '#app/people/rosters/person-list.server'
import {
  addMembership,
  addPerson,
  changePerson,
  findPerson,
  isConsentNeeded,
  revealPhone,
} from '#app/people/rosters/persons.server'
import { ELSEWHERE, HERE, newAccount, newOrganization } from '../support/desk'
import { enter, query, WEI_PHONE } from '../support/rosters'
import { withoutIds } from '../support/texts'
import { createWorld, everyRow, rawDatabase } from '../support/world'

const keys = keysFrom('a secret of these tests')
const here = { kind: 'region', prefix: HERE.slice(0, 9) } as const
const elsewhere = { kind: 'region', prefix: ELSEWHERE.slice(0, 9) } as const

let store: Store
let school: { id: string }
let other: { id: string }
let trail: { accountId: string; origin: string; now: Date }
beforeEach(async () => {
  store = (await createWorld()).store
  school = await newOrganization(HERE, 'school', store)
  other = await newOrganization(ELSEWHERE, 'school', store)
  const account = await newAccount('organizer', { regionCode: HERE }, store)
  trail = { accountId: account.id, origin: 'a test', now: new Date() }
})

const actions = async () => (await store.db.select().from(store.tables.auditEntries)).map(({ action }) => action)
const listed = async (asked: Partial<Parameters<typeof listPersons>[1]> = {}) =>
  listPersons(store, { scope: here, query: query(), keys, seesContacts: true, ...asked })

const child = { name: '李小苗', birthYear: 2018, sex: null, phone: null, idNumber: null }
const consent = { guardianName: '李强', channel: 'paper', consentedOn: '2026-11-01' } as const
const asPupil = () => ({ organizationId: school.id, groupId: null, roleGroup: 'student', note: null })

describe('a phone', () => {
  test('is nowhere readable in the database file, and is read again with the key only', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zhihuo-')), 'x.db')
    const kept = createSqliteStore(file)
    await createWorld(kept)
    const unit = await newOrganization(HERE, 'school', kept)
    const { id } = await enter(kept, keys, { organizationId: unit.id, idNumber: '110105194912310021' })
    rawDatabase(kept).pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(file, 'latin1')
    expect(bytes).toContain(id)
    for (const secret of [WEI_PHONE, '110105194912310021', '194912']) expect(bytes).not.toContain(secret)
    expect((await findPerson(kept, keys, { scope: here, id }))?.phone).toBe('138****5678')
    expect((await findPerson(kept, keysFrom('another secret'), { scope: here, id }))?.phone).toBe('****')
  })

  test('is shown masked, and revealed with an entry in the log that does not hold it', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id })
    expect(JSON.stringify(await listed())).not.toContain(WEI_PHONE)
    expect(await revealPhone(store, keys, { scope: here, personId: id, trail })).toBe(WEI_PHONE)
    const [entry] = await store.db.select().from(store.tables.auditEntries)
    expect(entry).toMatchObject({ action: 'person.reveal', subjectId: id, accountId: trail.accountId })
    expect(withoutIds(JSON.stringify(entry))).not.toMatch(/5678|张伟/)
  })

  test('of somebody elsewhere is not revealed, and nothing is written down', async () => {
    const { id } = await enter(store, keys, { organizationId: other.id })
    expect(await revealPhone(store, keys, { scope: here, personId: id, trail })).toBeNull()
    expect(await actions()).toEqual([])
  })

  test('stays when none is typed, is replaced, and is removed', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id })
    const plain = { name: '张伟', birthYear: 1980, sex: 'male' as const }
    const phone = async () => (await findPerson(store, keys, { scope: here, id }))?.phone
    await changePerson(store, keys, id, { change: plain, trail })
    expect(await phone()).toBe('138****5678')
    await changePerson(store, keys, id, { change: { ...plain, phone: '13900001111' }, trail })
    expect(await phone()).toBe('139****1111')
    await changePerson(store, keys, id, { change: { ...plain, phone: null }, trail })
    expect(await phone()).toBeNull()
  })
})

describe('whom an account sees', () => {
  test('are those who stand or stood on a roster of the scope, and nobody elsewhere', async () => {
    const mine = await enter(store, keys, { organizationId: school.id })
    const theirs = await enter(store, keys, { organizationId: other.id })
    const sees = async (scope: Parameters<typeof findPerson>[2]['scope'], id: string) =>
      (await findPerson(store, keys, { scope, id })) !== null
    const mySchool = { kind: 'organization', organizationId: school.id } as const
    expect([await sees(here, mine.id), await sees(here, theirs.id)]).toEqual([true, false])
    expect([await sees(elsewhere, mine.id), await sees(elsewhere, theirs.id)]).toEqual([false, true])
    expect([await sees(mySchool, mine.id), await sees(mySchool, theirs.id)]).toEqual([true, false])
    expect([await sees(wholeDistrict, mine.id), await sees(wholeDistrict, theirs.id)]).toEqual([true, true])
  })

  test('a list holds the same people, whatever its filters ask for', async () => {
    await enter(store, keys, { organizationId: school.id, name: '王芳' })
    const theirs = await enter(store, keys, { organizationId: other.id, name: '王芳' })
    for (const asked of [
      query(),
      query('王'),
      query('5678'),
      query(WEI_PHONE),
      query('', { organization: other.id }),
    ]) {
      const { rows } = await listed({ query: asked })
      expect(rows.map(({ personId }) => personId)).not.toContain(theirs.id)
    }
    expect((await listed({ query: query('', { organization: other.id }) })).total).toBe(0)
    expect((await listed({ query: query('138 1234 5678') })).total).toBe(1)
  })

  test('who may not see contacts cannot find anybody by a phone either', async () => {
    await enter(store, keys, { organizationId: school.id, idNumber: '110105194912310021' })
    const { rows } = await listed({ seesContacts: false })
    expect(withoutIds(JSON.stringify(rows))).not.toMatch(/138|5678|0021/)
    expect((await listed({ seesContacts: false, query: query('5678') })).total).toBe(0)
    expect((await listed({ seesContacts: false, query: query(WEI_PHONE) })).total).toBe(0)
  })

  test('a sign of the search language in a name is a sign like any other', async () => {
    await enter(store, keys, { organizationId: school.id, name: '张伟' })
    for (const text of ['%', '_', "'", '\\']) expect((await listed({ query: query(text) })).total).toBe(0)
  })
})

describe('somebody who may be under 14', () => {
  test('is so until the year they turn 14 is over', () => {
    const now = new Date('2026-11-25T10:00:00+08:00')
    expect([2013, 2012, 2011].map((year) => isConsentNeeded(year, now))).toEqual([true, true, false])
    expect(isConsentNeeded(null, now)).toBe(false)
  })

  test('is not entered without a consent: nothing is written', async () => {
    const before = await everyRow(store)
    const given = { plain: child, membership: asPupil(), consent: null, startedOn: '2026-09-01', trail }
    expect(await addPerson(store, keys, given)).toBeNull()
    expect(await everyRow(store)).toEqual(before)
  })

  test('is entered together with the consent, or not at all', async () => {
    const given = { plain: child, membership: asPupil(), consent, startedOn: '2026-09-01', trail }
    const id = await addPerson(store, keys, given)
    const [kept] = await store.db.select().from(store.tables.guardianConsents)
    expect(kept).toMatchObject({ personId: id, guardianName: '李强', recordedBy: trail.accountId })
    expect(await actions()).toEqual(['person.add', 'consent.record'])
  })

  test('cannot be made one by a change of the birth year, nor be put on another roster', async () => {
    const { id } = await enter(store, keys, { organizationId: school.id })
    const change = { name: '张伟', birthYear: 2018, sex: null }
    expect(await changePerson(store, keys, id, { change, trail })).toBe('needsConsent')
    expect((await findPerson(store, keys, { scope: here, id }))?.birthYear).toBe(1980)
    const second = await newOrganization(HERE, 'school', store)
    const membership = { ...asPupil(), organizationId: second.id }
    const added = await addMembership(store, { person: { id, birthYear: 2018 }, membership, trail })
    expect(added).toBe('needsConsent')
  })
})
