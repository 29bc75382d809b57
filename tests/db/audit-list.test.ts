import { beforeAll, describe, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import { listActors, listAudit, readAudit } from '#app/people/audit/audit-list.server'
import { type AuditQuery, readAuditQuery } from '#app/people/audit/audit-query'
import type { Action, Deed, Trail } from '#app/people/audit/trail'
import { HERE, newAccount, regionAt } from '../support/desk'
import { createWorld, DAY, later, morning } from '../support/world'

let store: Store
let admin: { id: string }
let region: { id: string; name: string }
const query = (text = ''): AuditQuery => readAuditQuery(`http://zhihuo.test/desk/audit${text}`)
const numbers = async (text = '') => (await listAudit(store, query(text))).rows.map(({ number }) => number)
const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index)

const reveal = (id: string): Deed => ({ action: 'person.reveal', subject: { kind: 'person', id } })
const change = (action: Action): Deed => ({
  action,
  subject: { kind: 'region', id: region.id },
  detail: { code: HERE },
})

/** 1 to 120 by the administrator on the first day, 121 to 123 by nobody the day after. */
beforeAll(async () => {
  ;({ store } = await createWorld(createSqliteStore(':memory:')))
  admin = await newAccount('admin', {}, store)
  region = await regionAt(HERE, store)
  const trail: Trail = { accountId: admin.id, origin: 'a test', now: morning }
  await audited(
    store,
    trail,
    range(119, 1).map((number) => reveal(`p${number}`)),
    () => [],
  )
  await audited(store, trail, change('region.change'), () => [])
  const nobody = { ...trail, accountId: null, now: later(DAY) }
  await audited(store, nobody, [change('region.close'), reveal('p1'), reveal('p2')], () => [])
})

describe('a page', () => {
  test('shows the newest first, fifty of them, and how many there are', async () => {
    const page = await listAudit(store, query())
    expect(page.rows.map(({ number }) => number)).toEqual(range(123, 74))
    expect(page).toMatchObject({ count: 123, isMore: false, newerThan: null, olderThan: 74 })
  })

  test('goes on from a number, to the oldest and back', async () => {
    expect(await numbers('?before=74')).toEqual(range(73, 24))
    const last = await listAudit(store, query('?before=24'))
    expect(last.rows.map(({ number }) => number)).toEqual(range(23, 1))
    expect(last).toMatchObject({ newerThan: 23, olderThan: null })
    expect(await numbers('?after=23')).toEqual(range(73, 24))
    expect(await listAudit(store, query('?after=73'))).toMatchObject({ newerThan: null, olderThan: 74 })
  })

  test('stays in place while the log grows', async () => {
    const before = await numbers('?before=60')
    expect(before).toEqual(range(59, 10))
  })

  test('beyond both ends shows nothing, or the newest', async () => {
    expect(await numbers('?before=1')).toEqual([])
    expect(await numbers('?after=500')).toEqual(range(123, 74))
  })
})

describe('a filter', () => {
  test.each([
    ['?account=nobody', [123, 122, 121]],
    ['?action=region.change', [120]],
    ['?kind=region', [121, 120]],
    ['?from=2026-11-23', [123, 122, 121]],
    ['?from=2026-11-23&kind=person', [123, 122]],
    ['?to=2026-11-21', []],
    ['?search=p1', [122, 119]],
    ['?search=p1&kind=region', []],
    ['?search=p', []],
    ["?search=p1'--", []],
  ])('%s shows just those', async (text, expected) => {
    expect(await numbers(text)).toEqual(expected)
    expect(await listAudit(store, query(text))).toMatchObject({ count: expected.length })
    expect((await readAudit(store, query(text))).map(({ number }) => number)).toEqual(expected)
  })

  test('by an account shows what it did, on all pages of a sheet', async () => {
    expect((await readAudit(store, query(`?account=${admin.id}`))).map(({ number }) => number)).toEqual(range(120, 1))
  })
})

describe('a row', () => {
  test('says who, and names places but no persons', async () => {
    const { rows } = await listAudit(store, query('?to=2026-11-22'))
    expect(rows[0]).toEqual({
      number: 120,
      at: morning,
      who: { name: '周敏', role: 'admin' },
      action: 'region.change',
      kind: 'region',
      subjectId: region.id,
      subjectName: region.name,
      detail: { code: HERE },
      origin: 'a test',
    })
    expect(rows[1]).toMatchObject({ subjectId: 'p1', subjectName: null })
  })

  test('of nobody says so', async () => {
    expect((await listAudit(store, query('?account=nobody'))).rows[0]?.who).toBeNull()
  })
})

test('everybody with an account can be looked for', async () => {
  expect(await listActors(store)).toEqual([{ id: admin.id, name: '周敏', role: 'admin' }])
})
