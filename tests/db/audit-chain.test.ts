import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { audited, noted } from '#app/people/audit/audit.server'
import { type Mark, verifyAudit } from '#app/people/audit/chain.server'
import { actions, type Deed, subjectKinds, type Trail } from '#app/people/audit/trail'
import { morning, rawDatabase, refuse } from '../support/world'

const trail: Trail = {
  accountId: '019aa000-0000-7000-8000-0000000000c1',
  origin: 'Chrome · Windows · 203.0.x.x',
  now: morning,
}
const deed = (id = 'one', detail: Deed['detail'] = { rows: 3 }): Deed => ({
  action: 'person.reveal',
  subject: { kind: 'person', id },
  detail,
})

let store: Store
beforeEach(() => {
  store = createSqliteStore(':memory:')
})

const entries = () => store.db.select().from(store.tables.auditEntries).orderBy(store.tables.auditEntries.number)
const numbers = async () => (await entries()).map(({ number }) => number)

/** A log of five entries, and its mark. */
async function five(): Promise<Mark> {
  for (const id of ['a', 'b', 'c', 'd', 'e']) await noted(store, trail, deed(id))
  return (await verifyAudit(store)).last
}

describe('what is written', () => {
  test('an empty log is in order', async () => {
    expect(await verifyAudit(store)).toEqual({ count: 0, last: { number: 0, hash: '0'.repeat(64) }, faults: [] })
  })

  test('says who, what, whom, when and from where, and names the hash of the one before', async () => {
    await noted(store, trail, deed('one'))
    await noted(store, { ...trail, accountId: null }, deed('two', { rows: 1 }))
    const [first, second] = await entries()
    expect(first).toMatchObject({
      number: 1,
      at: morning,
      day: '2026-11-22',
      accountId: trail.accountId,
      action: 'person.reveal',
      subjectKind: 'person',
      subjectId: 'one',
      detail: { rows: 3 },
      origin: 'Chrome · Windows · 203.0.x.x',
      previousHash: '0'.repeat(64),
    })
    expect(second).toMatchObject({ number: 2, accountId: null, previousHash: first?.hash })
  })

  test('several deeds of one write are several entries', async () => {
    await audited(store, trail, [deed('a'), deed('b'), deed('c')], () => [])
    expect(await numbers()).toEqual([1, 2, 3])
    expect((await verifyAudit(store)).faults).toEqual([])
  })

  test('any list of deeds verifies, whatever it says', async () => {
    const text = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength: 12,
    })
    const value = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null))
    const anyDeed = fc.record({
      action: fc.constantFrom(...actions),
      subject: fc.record({ kind: fc.constantFrom(...subjectKinds), id: text }),
      detail: fc.option(fc.dictionary(text, value, { maxKeys: 5, noNullPrototype: true }), { nil: undefined }),
    })
    const anyTrail = fc.record({
      accountId: fc.option(fc.uuid(), { nil: null }),
      origin: text,
      now: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    })
    const written = fc.array(fc.tuple(anyTrail, fc.array(anyDeed, { maxLength: 4 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(written, async (list) => {
        const own = createSqliteStore(':memory:')
        for (const [who, deeds] of list) await audited(own, who, deeds, () => [])
        const { count, faults } = await verifyAudit(own)
        own.close()
        expect(faults).toEqual([])
        expect(count).toBe(list.flatMap(([, deeds]) => deeds).length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a write that fails', () => {
  test('leaves no entry, its own error comes through, and it is not tried again', async () => {
    refuse(store, 'insert on regions')
    let built = 0
    const row = { id: 'x', code: 'x', name: 'x', level: 'street' as const, parentId: null, isDemo: true }
    const write = audited(store, trail, deed(), (tx) => {
      built += 1
      return [tx.insert(store.tables.regions).values(row)]
    })
    await expect(write).rejects.toThrow('refused')
    expect(built).toBe(1)
    expect(await entries()).toEqual([])
    await noted(store, trail, deed())
    expect(await numbers()).toEqual([1])
  })

  test('by a key that is taken is not taken for a number that is taken', async () => {
    const row = { id: 'x', code: 'x', name: 'x', level: 'street' as const, parentId: null, isDemo: true }
    const add = () => audited(store, trail, deed(), (tx) => [tx.insert(store.tables.regions).values(row)])
    await add()
    await expect(add()).rejects.toThrow('UNIQUE constraint failed: regions')
    expect(await numbers()).toEqual([1])
  })

  test('while building its list leaves nothing', async () => {
    const broken = audited(store, trail, deed(), () => {
      throw new Error('our own mistake')
    })
    await expect(broken).rejects.toThrow('our own mistake')
    expect(await entries()).toEqual([])
  })
})

describe('the database itself', () => {
  beforeEach(five)

  test.each([
    ['changes no entry', "update audit_entries set origin = 'elsewhere' where number = 2", 'never changed'],
    ['deletes no entry', 'delete from audit_entries where number = 5', 'never deleted'],
    ['does not empty the log', 'delete from audit_entries', 'never deleted'],
    [
      'puts none in place of another',
      'insert or replace into audit_entries select * from audit_entries where number = 3',
      'not the next',
    ],
    [
      'leaves no gap',
      'insert into audit_entries select 7, at, day, account_id, action, subject_kind, subject_id, detail, origin, previous_hash, hash from audit_entries where number = 5',
      'not the next',
    ],
  ])('%s', async (_, statement, says) => {
    const before = await entries()
    expect(() => rawDatabase(store).exec(statement)).toThrow(says)
    expect(await entries()).toEqual(before)
  })
})

describe('a log that somebody has changed behind our back', () => {
  let mark: Mark
  beforeEach(async () => {
    mark = await five()
    rawDatabase(store).exec(
      'drop trigger audit_entries_stay; drop trigger audit_entries_remain; drop trigger audit_entries_follow',
    )
  })

  test.each([
    ['a detail', `update audit_entries set detail = '{"rows":4}' where number = 2`, ['entry 2 has been changed']],
    [
      'a detail that is no longer JSON',
      `update audit_entries set detail = 'x' where number = 2`,
      ['entry 2 has been changed'],
    ],
    ['the moment', 'update audit_entries set at = at + 1 where number = 4', ['entry 4 has been changed']],
    ['who it was', 'update audit_entries set account_id = null where number = 1', ['entry 1 has been changed']],
    [
      'a hash',
      `update audit_entries set hash = '${'a'.repeat(64)}' where number = 3`,
      ['entry 3 has been changed', 'entry 4 does not follow the one before it'],
    ],
    ['a removed middle entry', 'delete from audit_entries where number = 3', ['entries 3 to 3 are missing']],
    ['removed first entries', 'delete from audit_entries where number < 3', ['entries 1 to 2 are missing']],
    [
      'swapped entries',
      'update audit_entries set number = 9 where number = 2; update audit_entries set number = 2 where number = 3; update audit_entries set number = 3 where number = 9',
      [
        'entry 2 does not follow the one before it',
        'entry 2 has been changed',
        'entry 3 does not follow the one before it',
        'entry 3 has been changed',
        'entry 4 does not follow the one before it',
      ],
    ],
    [
      'an entry put before the first',
      'update audit_entries set number = 0 where number = 1',
      ['entries stand before entry 1', 'entries 1 to 1 are missing'],
    ],
  ])('is found by %s', async (_, statements, faults) => {
    rawDatabase(store).exec(statements)
    expect((await verifyAudit(store)).faults).toEqual(faults)
  })

  test('at its end is not seen by the chain, but by the number and hash that were written down', async () => {
    rawDatabase(store).exec('delete from audit_entries where number > 3')
    expect(await verifyAudit(store)).toMatchObject({ count: 3, faults: [] })
    expect((await verifyAudit(store, mark)).faults).toEqual(['entries 4 to 5 are missing'])
    for (const id of ['x', 'y', 'z']) await noted(store, trail, deed(id))
    expect((await verifyAudit(store)).faults).toEqual([])
    expect((await verifyAudit(store, mark)).faults).toEqual(['entry 5 is not the one that was written down'])
  })

  test('and one that nobody has changed fits what was written down, also when it has grown', async () => {
    expect((await verifyAudit(store, mark)).faults).toEqual([])
    await noted(store, trail, deed('f'))
    expect(await verifyAudit(store, mark)).toMatchObject({ count: 6, faults: [] })
  })
})
