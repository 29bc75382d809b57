import { beforeEach, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { completionsOfPersons } from '#app/learn/progress/person-completions.server'
import { readTallies, verifyTallies } from '#app/learn/quiz/tallies.server'
import { joinPerson } from '#app/people/learners/joining.server'
import { countLinks } from '#app/people/learners/links.server'
import { wholeDistrict } from '#app/people/places/scope'
import { NOTICE_VERSION, WITHDRAWN_NAME } from '#app/people/rosters/consent-notice'
import { listConsents, recordConsent, withConsent, withdrawConsent } from '#app/people/rosters/consents.server'
import { membershipsOf } from '#app/people/rosters/memberships.server'
import { mergePersons } from '#app/people/rosters/person-merge.server'
import { findPerson } from '#app/people/rosters/persons.server'
import { HERE, newAccount, newOrganization } from '../support/desk'
import { enter } from '../support/rosters'
import { withoutIds } from '../support/texts'
import { createWorld, everyRow, later, MINUTE, morning, takeAttempt, type World } from '../support/world'

const keys = keysFrom('a secret of these tests')

let world: World
let store: Store
let school: { id: string }
let child: { id: string }
let trail: { accountId: string; origin: string; now: Date }
beforeEach(async () => {
  world = await createWorld()
  store = world.store
  school = await newOrganization(HERE, 'school', store)
  const given = { name: '李小苗', birthYear: 2018, idNumber: '110105201801010024', roleGroup: 'student' }
  child = await enter(store, keys, { organizationId: school.id, on: '2026-09-01', ...given })
  const account = await newAccount('teacher', { organizationId: school.id }, store)
  trail = { accountId: account.id, origin: 'a test', now: morning }
  await recordConsent(store, child.id, {
    given: { guardianName: '李强', channel: 'paper', consentedOn: '2026-09-01' },
    trail,
  })
})

const joinAsChild = () =>
  joinPerson(store, {
    organizationId: school.id,
    typed: { way: 'name', name: '李小苗', tail: '5678' },
    learner: world.mei,
    keys,
    trail: { ...trail, accountId: null },
  })

test('a consent says who gave it, how, when, to which notice, and who wrote it down', async () => {
  expect(await listConsents(store, child.id)).toMatchObject([
    {
      guardianName: '李强',
      channel: 'paper',
      consentedOn: '2026-09-01',
      noticeVersion: NOTICE_VERSION,
      recordedBy: trail.accountId,
    },
  ])
  expect(await withConsent(store, [child.id])).toEqual(new Set([child.id]))
})

test('withdrawing takes the child off every roster and leaves no name, number or guardian anywhere', async () => {
  const second = await enter(store, keys, { organizationId: school.id, name: '李小苗', birthYear: 2018 })
  await mergePersons(store, { scope: wholeDistrict, from: second.id, into: child.id, trail })
  await withdrawConsent(store, child.id, { ...trail, now: later(MINUTE) })
  expect((await membershipsOf(store, wholeDistrict, child.id)).map(({ endedOn }) => endedOn)).not.toContain(null)
  expect(await findPerson(store, keys, { scope: wholeDistrict, id: child.id })).toMatchObject({
    name: WITHDRAWN_NAME,
    birthYear: null,
    phone: null,
    idTail: null,
  })
  expect(withoutIds(JSON.stringify(await everyRow(store)))).not.toMatch(/李小苗|李强|5678|0024/)
  expect(await withConsent(store, [child.id])).toEqual(new Set())
  const entries = await store.db.select().from(store.tables.auditEntries)
  expect(entries.at(-1)).toMatchObject({ action: 'consent.withdraw', subjectId: child.id })
})

test('withdrawing lets devices go and keeps what was counted', async () => {
  await takeAttempt(store, { learner: world.mei })
  await joinAsChild()
  const before = await readTallies(store)
  await withdrawConsent(store, child.id, { ...trail, now: later(MINUTE) })
  expect(await countLinks(store, wholeDistrict, child.id)).toBe(0)
  expect(await completionsOfPersons(store, wholeDistrict, [child.id])).toHaveLength(1)
  expect(await readTallies(store)).toEqual(before)
  expect(await verifyTallies(store)).toEqual([])
})

test('what an import still holds of the child is emptied too', async () => {
  const { imports, importRows } = store.tables
  const id = 'an import'
  await store.atomically((tx) => [
    tx.insert(imports).values({
      id,
      accountId: trail.accountId,
      regionCode: HERE,
      fileName: '名单.xlsx',
      fileBytes: 1,
      status: 'applied',
      rowsRead: 1,
      rowsChecked: 1,
      isComplete: false,
      createdAt: morning,
      day: '2026-11-22',
    }),
    tx.insert(importRows).values({
      importId: id,
      rowNumber: 2,
      outcome: 'new',
      personId: child.id,
      name: '李小苗',
      cellsSealed: 'sealed',
      guardianName: '李强',
      before: { name: '李小苗' },
    }),
  ])
  await withdrawConsent(store, child.id, trail)
  expect(await store.db.select().from(importRows)).toMatchObject([
    { name: null, cellsSealed: null, guardianName: null, before: null },
  ])
})
