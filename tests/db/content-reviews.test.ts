import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { partsOf } from '#app/content/part-hashes.server'
import { matchingRows } from '#app/content/review-list'
import { reviewRows } from '#app/content/review-rows.server'
import { reviewOf } from '#app/content/review-state'
import {
  ASKED_EVERY_MS,
  listReviews,
  type NewReview,
  newestReview,
  newestReviews,
  reviewCount,
  reviewStatements,
} from '#app/content/reviews.server'
import type { Module } from '#app/content/schema'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import { isTaken, type Store } from '#app/db/store.server'
import { newAccount } from '../support/desk'
import { door, fixtureCatalog } from '../support/fixture-catalog'
import { createWorld, later, morning } from '../support/world'

let folder: string
let store: Store
let accountId: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhihuo-reviews-'))
  ;({ store } = await createWorld(createSqliteStore(join(folder, 'reviews.db'))))
  accountId = (await newAccount('admin', {}, store)).id
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function review(change: Partial<NewReview> = {}, module: Module = door, of = store): Promise<NewReview> {
  const made: NewReview = {
    id: newId(),
    decision: 'signed',
    reviewerName: '王工',
    reviewerUnit: '演示区消防救援大队',
    day: '2026-11-22',
    note: null,
    accountId,
    at: morning,
    ...change,
  }
  await of.atomically((tx) => reviewStatements(of, tx, module, made))
  return made
}

const withF3 = (text: string): Module => {
  const copy = structuredClone(door)
  copy.words['zh-CN'].facts.f3!.text = text
  return { ...copy, version: 'edited' }
}
const stateOf = async (module: Module) => reviewOf(partsOf(module), await newestReview(store, module.id))

describe('a review', () => {
  test('covers every part of the module as it was', async () => {
    const { id } = await review()
    const newest = await newestReview(store, 'door')
    expect(newest).toMatchObject({ id, decision: 'signed', version: door.version, reviewerName: '王工' })
    expect(newest?.parts.toSorted((a, b) => (a.part < b.part ? -1 : 1))).toEqual(
      partsOf(door).toSorted((a, b) => (a.part < b.part ? -1 : 1)),
    )
  })

  test('loses an edited fact and nothing else, and gets it back with the next signature', async () => {
    await review()
    const edited = withF3('关上门，烟进不来。')
    expect(await stateOf(edited)).toMatchObject({ state: 'partly', changed: 1 })
    expect([...(await stateOf(edited)).signed]).toEqual(
      partsOf(door)
        .map(({ part }) => part)
        .filter((part) => part !== 'f3'),
    )
    await review({ at: later(1000) }, edited)
    expect((await stateOf(edited)).state).toBe('signed')
    expect((await stateOf(door)).signed.has('f3')).toBe(false)
  })

  test('loses the section whose picture was drawn anew', async () => {
    await review()
    const [name = ''] = door.pictures
    const redrawn = { ...structuredClone(door), drawings: { ...door.drawings, [name]: 'drawn anew' } }
    expect(await stateOf(redrawn)).toMatchObject({ state: 'partly', changed: 1 })
    const signed = [...(await stateOf(redrawn)).signed]
    expect(partsOf(door).filter(({ part }) => !signed.includes(part))).toEqual([
      expect.objectContaining({ part: 'section.shut' }),
    ])
  })

  test('that sends back takes the whole signature away until somebody signs again', async () => {
    await review()
    await review({ decision: 'returned', note: '第三条不对', at: later(1) })
    expect(await stateOf(door)).toMatchObject({ state: 'returned', signed: new Set() })
    await review({ at: later(2) })
    expect((await stateOf(door)).state).toBe('signed')
    expect((await listReviews(store, 'door')).map(({ decision }) => decision)).toEqual(['signed', 'returned', 'signed'])
  })

  test('of one module says nothing of another', async () => {
    await review()
    expect(await newestReview(store, 'call-119')).toBeNull()
    expect([...(await newestReviews(store)).keys()]).toEqual(['door'])
  })

  test('sent twice is refused as taken, whole', async () => {
    const { id } = await review()
    const again = review({ id, decision: 'returned', note: '不对' })
    await expect(again.catch((error) => Promise.reject(isTaken(error)))).rejects.toBe(true)
    expect(await listReviews(store, 'door')).toHaveLength(1)
  })

  test('that sends back without a note is refused by the database', async () => {
    await expect(review({ decision: 'returned' })).rejects.toThrow()
    expect(await listReviews(store, 'door')).toEqual([])
  })

  test.each([
    ["update content_reviews set reviewer_name = '别人'", /never changed/],
    ['delete from content_reviews', /never deleted/],
    ["update content_review_parts set hash = 'other'", /never changed/],
    ['delete from content_review_parts', /never deleted/],
  ])('is only ever added: %s', async (statement, refusal) => {
    await review()
    const raw = new Database(join(folder, 'reviews.db'))
    expect(() => raw.exec(statement)).toThrow(refusal)
    raw.close()
    expect((await stateOf(door)).state).toBe('signed')
  })
})

describe('the count of reviews', () => {
  test('is kept for two seconds, then asked again', async () => {
    const now = morning.getTime()
    expect(await reviewCount(store, 'door', now)).toBe(0)
    await review()
    expect(await reviewCount(store, 'door', now + ASKED_EVERY_MS - 1)).toBe(0)
    expect(await reviewCount(store, 'door', now + ASKED_EVERY_MS)).toBe(1)
    expect(await reviewCount(store, 'call-119', now + ASKED_EVERY_MS)).toBe(0)
  })

  test('sees what another process has written', async () => {
    const now = morning.getTime()
    expect(await reviewCount(store, 'door', now)).toBe(0)
    const other = createSqliteStore(join(folder, 'reviews.db'))
    await review({}, door, other)
    other.close()
    expect(await reviewCount(store, 'door', now + ASKED_EVERY_MS)).toBe(1)
  })

  test('is asked again when the clock was set back', async () => {
    const now = morning.getTime()
    await reviewCount(store, 'door', now)
    await review()
    expect(await reviewCount(store, 'door', now - 3_600_000)).toBe(1)
  })
})

describe('the list of modules', () => {
  const rows = () => reviewRows(store, fixtureCatalog, 'zh-CN')
  const query = (search: string, filters: Record<string, string> = {}) => ({ search, page: 1, filters })

  test('counts the facts, the ones that must be reviewed, and what of both is signed', async () => {
    expect(await rows()).toMatchObject([
      { id: 'door', state: 'awaiting', facts: { all: 6, signed: 0 }, needing: { all: 4, signed: 0 }, by: null },
    ])
    await review({}, withF3('原来的话'))
    expect(await rows()).toMatchObject([
      { state: 'partly', changed: 1, facts: { all: 6, signed: 5 }, needing: { all: 4, signed: 3 } },
    ])
  })

  test('is searched by title, id and reviewer, and filtered by state', async () => {
    await review()
    const found = async (search: string, filters = {}) => matchingRows(await rows(), query(search, filters)).length
    expect([
      await found(''),
      await found('一扇'),
      await found('DOOR'),
      await found('王工'),
      await found('演示区'),
    ]).toEqual([1, 1, 1, 1, 1])
    expect([await found('没有'), await found('', { state: 'awaiting' })]).toEqual([0, 0])
    expect([await found('', { state: 'signed' }), await found('', { state: 'constructor' })]).toEqual([1, 1])
  })
})
