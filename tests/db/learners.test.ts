import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { CODE_DAYS, normaliseCode } from '#app/people/learners/code'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { findLearner, idsOf, type Learner, rememberRegion } from '#app/people/learners/learners.server'
import { begin, createWorld, DAY, everyRow, later, morning, type World } from '../support/world'

const secret = 'a secret that this test keeps'

let world: World
let store: Store
beforeEach(async () => {
  world = await createWorld()
  store = world.store
})

/** A learner who has begun something, so that they are known. */
async function known(learner: Learner): Promise<Learner> {
  await begin(store, { learner })
  return learner
}

async function join(ownId: string | null, into: Learner, now = morning): Promise<Learner | null> {
  const { code } = await issueCode(store, into.id, { secret, now: morning })
  return redeemCode(store, code, { ownId, secret, now })
}

const numbered = (digit: number): Learner => ({ id: `019aa000-0000-7000-8000-00000000000${digit}`, regionId: null })

describe('a learner', () => {
  test('is unknown until something of theirs is kept', async () => {
    expect(await findLearner(store, world.mei.id)).toBeNull()
    await known(world.mei)
    expect(await findLearner(store, world.mei.id)).toEqual(world.mei)
  })

  test('may say where they live before anything else, change it, and take it back', async () => {
    await rememberRegion(store, world.mei, morning)
    expect(await findLearner(store, world.mei.id)).toEqual(world.mei)
    await rememberRegion(store, { ...world.mei, regionId: world.streets[2].id }, morning)
    expect((await findLearner(store, world.mei.id))?.regionId).toBe(world.streets[2].id)
    await rememberRegion(store, { ...world.mei, regionId: null }, morning)
    expect((await findLearner(store, world.mei.id))?.regionId).toBeNull()
    expect(await store.db.$count(store.tables.learners)).toBe(1)
  })

  test('cannot live in a place that does not exist', async () => {
    await expect(rememberRegion(store, { ...world.mei, regionId: 'atlantis' }, morning)).rejects.toThrow('FOREIGN KEY')
    expect(await findLearner(store, world.mei.id)).toBeNull()
  })
})

describe('a code', () => {
  beforeEach(() => known(world.mei))

  test('is ten digits, lasts seven days, and is kept only as a keyed hash', async () => {
    const { code, expiresAt } = await issueCode(store, world.mei.id, { secret, now: morning })
    expect(normaliseCode(code)).toBe(code)
    expect(expiresAt).toEqual(later(CODE_DAYS * DAY))
    expect(JSON.stringify(await everyRow(store))).not.toContain(code)
    const [row] = await store.db.select().from(store.tables.learnerCodes)
    expect(row).toMatchObject({ learnerId: world.mei.id, expiresAt })
    expect(row?.codeHash.length).toBeGreaterThanOrEqual(43)
  })

  test('opens the same learner on a fresh device, which writes nothing', async () => {
    const { code } = await issueCode(store, world.mei.id, { secret, now: morning })
    const before = await everyRow(store)
    expect(await redeemCode(store, code, { ownId: null, secret, now: morning })).toEqual(world.mei)
    expect(await everyRow(store)).toEqual(before)
  })

  test('typed on the device that made it changes nothing', async () => {
    const { code } = await issueCode(store, world.mei.id, { secret, now: morning })
    const before = await everyRow(store)
    expect(await redeemCode(store, code, { ownId: world.mei.id, secret, now: morning })).toEqual(world.mei)
    expect(await everyRow(store)).toEqual(before)
  })

  test('works to the last moment of its time and not after', async () => {
    const { code, expiresAt } = await issueCode(store, world.mei.id, { secret, now: morning })
    const redeem = (now: Date) => redeemCode(store, code, { ownId: null, secret, now })
    expect(await redeem(new Date(expiresAt.getTime() - 1))).toEqual(world.mei)
    expect(await redeem(expiresAt)).toBeNull()
  })

  test('that nobody made opens nothing', async () => {
    const { code } = await issueCode(store, world.mei.id, { secret, now: morning })
    const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
    expect(await redeemCode(store, other, { ownId: null, secret, now: morning })).toBeNull()
  })

  test('is worth nothing to who has the database but not the secret', async () => {
    const { code } = await issueCode(store, world.mei.id, { secret, now: morning })
    expect(await redeemCode(store, code, { ownId: null, secret: 'another secret', now: morning })).toBeNull()
  })

  test('made anew replaces the last one', async () => {
    const first = await issueCode(store, world.mei.id, { secret, now: morning })
    const second = await issueCode(store, world.mei.id, { secret, now: morning })
    expect(await redeemCode(store, first.code, { ownId: null, secret, now: morning })).toBeNull()
    expect(await redeemCode(store, second.code, { ownId: null, secret, now: morning })).toEqual(world.mei)
  })

  test('cannot be made for a learner who does not exist', async () => {
    await expect(issueCode(store, world.bo.id, { secret, now: morning })).rejects.toThrow('FOREIGN KEY')
  })
})

describe('joining two devices', () => {
  test('a device with its own progress brings it along, and then is the other learner', async () => {
    await known(world.mei)
    await known(world.bo)
    expect(await join(world.bo.id, world.mei)).toEqual(world.mei)
    expect(await findLearner(store, world.bo.id)).toEqual(world.mei)
    const ids = await idsOf(store, world.mei.id)
    expect(ids.map(({ id }) => id).toSorted()).toEqual([world.mei.id, world.bo.id].toSorted())
  })

  test('joining twice is joining once', async () => {
    await known(world.mei)
    await known(world.bo)
    await join(world.bo.id, world.mei)
    const before = await store.db.select().from(store.tables.learners)
    expect(await join(world.bo.id, world.mei)).toEqual(world.mei)
    expect(await store.db.select().from(store.tables.learners)).toEqual(before)
  })

  test('an expired code joins nobody', async () => {
    await known(world.mei)
    await known(world.bo)
    expect(await join(world.bo.id, world.mei, later(CODE_DAYS * DAY))).toBeNull()
    expect(await findLearner(store, world.bo.id)).toEqual(world.bo)
  })

  test('in a chain, everybody ends at the last one, whichever end is joined first', async () => {
    const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map((digit) => known(numbered(digit))))
    await join(one?.id ?? '', two as Learner)
    await join(two?.id ?? '', three as Learner)
    await join(three?.id ?? '', four as Learner)
    for (const link of [one, two, three, four]) expect(await findLearner(store, link?.id ?? '')).toEqual(four)
    expect(await idsOf(store, four?.id ?? '')).toHaveLength(4)
  })

  test('two devices of one person that typed each other’s code at the same time still share everything', async () => {
    await known(world.mei)
    await known(world.bo)
    const meis = await issueCode(store, world.mei.id, { secret, now: morning })
    const bos = await issueCode(store, world.bo.id, { secret, now: morning })
    const ends = await Promise.all([
      redeemCode(store, meis.code, { ownId: world.bo.id, secret, now: morning }),
      redeemCode(store, bos.code, { ownId: world.mei.id, secret, now: morning }),
    ])
    for (const end of ends) {
      const person = await findLearner(store, end?.id ?? '')
      expect(await idsOf(store, person?.id ?? '')).toHaveLength(2)
    }
  })

  test('the code of a record that went into another opens nothing any more', async () => {
    await known(world.mei)
    await known(world.bo)
    const bos = await issueCode(store, world.bo.id, { secret, now: morning })
    await join(world.bo.id, world.mei)
    expect(await redeemCode(store, bos.code, { ownId: null, secret, now: morning })).toBeNull()
  })

  test('strangers stay strangers', async () => {
    await known(world.mei)
    await known(world.bo)
    await known(numbered(1))
    await join(world.bo.id, world.mei)
    expect(await findLearner(store, numbered(1).id)).toEqual(numbered(1))
    expect(await idsOf(store, numbered(1).id)).toHaveLength(1)
  })
})
