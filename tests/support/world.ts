/**
 * A small named world for tests of the database: a store in memory with the real migrations, the demo district, the
 * authored modules, and two learners. Mei lives in the first street; Bo has not said where he lives.
 */
import type Database from 'better-sqlite3'
import { catalog } from '#app/content/catalog.server'
import type { Module, Question } from '#app/content/schema'
import { recordVersions } from '#app/content/versions.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { saveAnswers } from '#app/learn/quiz/answers.server'
import type { Attempt, Kind } from '#app/learn/quiz/attempt'
import { findAttempt, startAttempt } from '#app/learn/quiz/attempts.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import type { FrozenItem } from '#app/learn/quiz/draw-paper'
import type { Learner } from '#app/people/learners/learners.server'
import { listStreets, type Region, seedDemoDistrict } from '#app/people/places/regions.server'

export const MINUTE = 60_000
export const DAY = 86_400_000

/** The moment everything begins: a Sunday morning in Shanghai. */
export const morning = new Date('2026-11-22T08:00:00+08:00')
export const later = (milliseconds: number): Date => new Date(morning.getTime() + milliseconds)

/** A module as authored. */
export function moduleNamed(id: string): Module {
  const module = catalog.modules.find((known) => known.id === id)
  if (!module) throw new Error(`content/ has no module ${id}`)
  return module
}

export const call119 = moduleNamed('call-119')
export const doors = moduleNamed('run-or-close-door')

export type World = { store: Store; streets: [Region, Region, Region]; mei: Learner; bo: Learner }

export async function createWorld(store = createSqliteStore(':memory:')): Promise<World> {
  await recordVersions(store, catalog, morning)
  await seedDemoDistrict(store)
  const streets = (await listStreets(store)) as World['streets']
  return {
    store,
    streets,
    mei: { id: '019aa000-0000-7000-8000-0000000000a1', regionId: streets[0].id },
    bo: { id: '019aa000-0000-7000-8000-0000000000b0', regionId: null },
  }
}

export function questionOf(module: Module, questionId: string): Question {
  const question = module.questions[questionId]
  if (!question) throw new Error(`${module.id} has no question ${questionId}`)
  return question
}

export const rightResponse = (module: Module, { questionId }: FrozenItem): string[] => [
  ...questionOf(module, questionId).correct,
]

/** A response that the page can send and that is wrong: another option, everything ticked, the order backwards. */
export function wrongResponse(module: Module, { questionId, options }: FrozenItem): string[] {
  const { type, correct } = questionOf(module, questionId)
  if (type === 'multiple') return options
  if (type === 'ordering') return correct.toReversed()
  return options.filter((option) => !correct.some((right) => right === option)).slice(0, 1)
}

export type Answered = { right?: number; blank?: number }

/** Answers to a paper: the first `right` items right, the last `blank` ones left out, the rest wrong. */
export function answersTo(
  attempt: Pick<Attempt, 'items'>,
  module: Module,
  { right = attempt.items.length, blank = 0 }: Answered = {},
) {
  return attempt.items.slice(0, attempt.items.length - blank).map((item, index) => ({
    questionId: item.questionId,
    response: index < right ? rightResponse(module, item) : wrongResponse(module, item),
  }))
}

type Start = { learner: Learner; module?: Module; kind?: Kind; questionIds?: string[]; now?: Date }

/** Starts an attempt, or finds the open one, and reads it back. */
export async function begin(
  store: Store,
  { learner, module = call119, kind = 'quiz', questionIds, now = morning }: Start,
) {
  const attemptId = await startAttempt(store, { learner, module, kind, questionIds, now })
  return ownAttempt(store, learner, attemptId, now)
}

export async function ownAttempt(store: Store, learner: Learner, attemptId: string, now = morning): Promise<Attempt> {
  const attempt = await findAttempt(store, { learnerId: learner.id, attemptId, now })
  if (!attempt) throw new Error(`${learner.id} has no attempt ${attemptId}`)
  return attempt
}

/** A whole attempt: started, answered, handed in. */
export async function takeAttempt(store: Store, { right, blank, ...start }: Start & Answered): Promise<Attempt> {
  const now = start.now ?? morning
  const module = start.module ?? call119
  const attempt = await begin(store, start)
  await saveAnswers(store, attempt, answersTo(attempt, module, { right, blank }), now)
  return closeAttempt(store, attempt, { closedBy: 'learner', now })
}

/** Every row of every table, to compare before and after. */
export async function everyRow(store: Store): Promise<Record<string, unknown[]>> {
  const entries = Object.entries(store.tables).map(async ([name, table]) => [name, await store.db.select().from(table)])
  return Object.fromEntries(await Promise.all(entries))
}

/** The database below the store, for what the app itself never does. */
export const rawDatabase = (store: Store): Database.Database =>
  (store.db as unknown as { $client: Database.Database }).$client

/** Makes every such write fail from now on, as a full disk would: `refuse(store, 'insert on completions')`. */
export function refuse(store: Store, write: string): void {
  rawDatabase(store).exec(`create temp trigger refusal before ${write} begin select raise(abort, 'refused'); end`)
}
