/**
 * Every verb that writes more than one statement or row: the last of its writes is made to fail, as on a full disk, and nothing
 * of it may remain. Each test first shows, on a twin world, that the write would have changed something.
 */
import { describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { recordVersions } from '#app/content/versions.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import { saveAnswers } from '#app/learn/quiz/answers.server'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { submitResponse } from '#app/measure/surveys/open-survey.server'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { rememberRegion } from '#app/people/learners/learners.server'
import { demoDistrict } from '#app/people/places/demo-district'
import { seedDemoDistrict } from '#app/people/places/regions.server'
import { answersTo, begin, call119, createWorld, everyRow, morning, refuse, type World } from '../support/world'

/** What happens before the write, and the write itself. */
type Verb<Prepared> = {
  prepare: (world: World) => Promise<Prepared>
  write: (world: World, prepared: Prepared) => Promise<unknown>
}

async function expectNothingRemains<Prepared>(refused: string, { prepare, write }: Verb<Prepared>) {
  const twin = await createWorld()
  const untouched = await prepare(twin).then(async (prepared) => {
    const before = await everyRow(twin.store)
    await write(twin, prepared)
    return before
  })
  expect(await everyRow(twin.store), 'the write changes something when it succeeds').not.toEqual(untouched)

  const world = await createWorld()
  const prepared = await prepare(world)
  const before = await everyRow(world.store)
  refuse(world.store, refused)
  await expect(write(world, prepared)).rejects.toThrow('refused')
  expect(await everyRow(world.store)).toEqual(before)
}

const nothing = async () => null

test('a start that fails leaves neither the learner nor the attempt', () =>
  expectNothingRemains('insert on attempts', {
    prepare: nothing,
    write: ({ store, mei }) => startAttempt(store, { learner: mei, module: call119, kind: 'quiz', now: morning }),
  }))

test('a save of a whole paper that fails at some answer keeps none of the others', () =>
  expectNothingRemains(`insert on attempt_answers when (select count(*) from attempt_answers) = 9`, {
    prepare: ({ store, mei }) => begin(store, { learner: mei }),
    write: ({ store }, attempt) => saveAnswers(store, attempt, answersTo(attempt, call119), morning),
  }))

describe('closing an attempt that passes', () => {
  const passing: Verb<Awaited<ReturnType<typeof begin>>> = {
    prepare: async ({ store, mei }) => {
      const attempt = await begin(store, { learner: mei })
      await saveAnswers(store, attempt, answersTo(attempt, call119, { right: 9 }), morning)
      return attempt
    },
    write: ({ store }, attempt) => closeAttempt(store, attempt, { closedBy: 'learner', now: morning }),
  }

  test.each([
    'insert on attempt_results',
    'update on attempt_answers',
    'insert on completions',
    'insert on quiz_tallies',
    'insert on item_tallies',
    'insert on option_tallies',
  ])('leaves no result, no mark, no completion and no count when the %s fails', (refused) =>
    expectNothingRemains(refused, passing),
  )

  test('can be repeated after the failure and then succeeds', async () => {
    const world = await createWorld()
    const attempt = await passing.prepare(world)
    refuse(world.store, 'insert on option_tallies when (select count(*) from learner_codes) = 0')
    await expect(passing.write(world, attempt)).rejects.toThrow('refused')
    await issueCode(world.store, world.mei.id, { secret: 'kept', now: morning })
    await passing.write(world, attempt)
    expect(await world.store.db.$count(world.store.tables.completions)).toBe(1)
  })
})

test('saying where one lives for the first time leaves no learner when it fails', () =>
  expectNothingRemains('update on learners', {
    prepare: nothing,
    write: ({ store, mei }) => rememberRegion(store, mei, morning),
  }))

test('joining another device by a code that fails half-way leaves both learners as they were', () =>
  expectNothingRemains('delete on learner_codes', {
    prepare: async ({ store, mei, bo }) => {
      await begin(store, { learner: mei })
      await begin(store, { learner: bo })
      await issueCode(store, bo.id, { secret: 'kept', now: morning })
      return issueCode(store, mei.id, { secret: 'kept', now: morning })
    },
    write: ({ store, bo }, { code }) => redeemCode(store, code, { ownId: bo.id, secret: 'kept', now: morning }),
  }))

test('a survey response whose answers fail is not kept without them', () => {
  const [instrument] = catalog.instruments
  if (!instrument) throw new Error('content/ has no survey')
  return expectNothingRemains('insert on survey_answers', {
    prepare: nothing,
    write: ({ store, mei }) =>
      submitResponse(store, { id: mei.id, instrument, answers: new Map(), regionId: null, now: morning }),
  })
})

test('recording versions keeps all of a catalogue or nothing', () => {
  const modules = catalog.modules.map((module) => ({ ...module, version: `next-${module.version}` }))
  return expectNothingRemains(`insert on content_versions when new.module_id = '${modules.at(-1)?.id}'`, {
    prepare: nothing,
    write: ({ store }) => recordVersions(store, { ...catalog, modules }, morning),
  })
})

test('seeding the demo district puts in all places or none', async () => {
  const store = createSqliteStore(':memory:')
  refuse(store, `insert on regions when new.code = '${demoDistrict.at(-1)?.code}'`)
  await expect(seedDemoDistrict(store)).rejects.toThrow('refused')
  expect(await store.db.$count(store.tables.regions)).toBe(0)
})
