/**
 * The life of an attempt: started (frozen), saved answer by answer, closed once. Whose attempt it is stands in the WHERE
 * of every query here, so that another learner's attempt does not exist.
 */
import { and, count, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import type { Module } from '#app/content/schema'
import { moduleAt } from '#app/content/versions.server'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { isTaken, type Store } from '#app/db/store.server'
import { insertCompletion } from '#app/learn/progress/completions.server'
import { idsOf, insertLearner, type Learner } from '#app/people/learners/learners.server'
import { drawPaper, type FrozenItem, paperOf } from './draw-paper'
import { type Grade, gradePaper } from './grade'
import { countsInStatistics, deadlineAfter, RULE_VERSION } from './rule'
import { countResult } from './tallies.server'

export type Kind = 'quiz' | 'practice'
export type SavedAnswer = { questionId: string; response: string[]; sequence: number }
export type Result = {
  closedAt: Date
  closedBy: 'learner' | 'deadline'
  correctCount: number
  itemCount: number
  passed: boolean
}
export type Attempt = {
  id: string
  learnerId: string
  moduleId: string
  contentVersion: string
  kind: Kind
  number: number
  items: FrozenItem[]
  passMark: number
  ruleVersion: string
  regionId: string | null
  startedAt: Date
  deadlineAt: Date
  result: Result | null
}

type Start = { learner: Learner; module: Module; kind: Kind; questionIds?: string[]; now: Date }

/**
 * Starts an attempt, or returns the one of this kind that is still open, so that a second tap never draws again.
 * Practice takes the questions to repeat; a quiz draws its own.
 */
export async function startAttempt(
  store: Store,
  { learner, module, kind, questionIds = [], now }: Start,
): Promise<string> {
  const open = await findOpen(store, learner.id, module.id, kind, now)
  if (open) return open
  const id = newId()
  const number = (await countAttempts(store, learner.id, module.id, kind)) + 1
  const items = kind === 'quiz' ? drawPaper(module, id) : paperOf(module, questionIds, id)
  const { attempts } = store.tables
  const row = {
    id,
    learnerId: learner.id,
    moduleId: module.id,
    contentVersion: module.version,
    kind,
    number,
    items,
    seed: id,
    passMark: module.quiz.passMark,
    ruleVersion: RULE_VERSION,
    regionId: learner.regionId,
    startedAt: now,
    day: shanghaiDay(now),
    deadlineAt: deadlineAfter(now),
  }
  try {
    await store.atomically((tx) => [insertLearner(store, tx, learner, now), tx.insert(attempts).values(row)])
  } catch (error) {
    // Two taps at once: the other one took this number first, and its attempt is open.
    const other = isTaken(error) ? await findOpen(store, learner.id, module.id, kind, now) : null
    if (!other) throw error
    return other
  }
  return id
}

/** A learner's own attempt; null for an unknown id and for anybody else's. One past its deadline is closed first. */
export async function findAttempt(
  store: Store,
  { learnerId, attemptId, now }: { learnerId: string; attemptId: string; now: Date },
): Promise<Attempt | null> {
  const attempt = await readAttempt(store, learnerId, attemptId)
  if (!attempt || attempt.result || now <= attempt.deadlineAt) return attempt
  return closeAttempt(store, attempt, { closedBy: 'deadline', now })
}

/** The saved answers of an attempt that the caller has already been allowed to see, by question id. */
export async function readAnswers(
  store: Store,
  attemptId: string,
): Promise<Map<string, SavedAnswer & { correct: boolean | null }>> {
  const { attemptAnswers } = store.tables
  const rows = await store.db
    .select({
      questionId: attemptAnswers.questionId,
      response: attemptAnswers.response,
      sequence: attemptAnswers.sequence,
      correct: attemptAnswers.correct,
    })
    .from(attemptAnswers)
    .where(eq(attemptAnswers.attemptId, attemptId))
  return new Map(rows.map((row) => [row.questionId, row]))
}

/**
 * Saves answers to an open attempt. A save that is older than the one kept (by `sequence`) changes nothing; without a
 * sequence a save counts as the newest. Answers to items outside the paper must have been refused before.
 *
 * @returns false when the attempt was closed in the meantime: nothing is saved then
 */
export async function saveAnswers(
  store: Store,
  attempt: Attempt,
  answers: { questionId: string; response: string[]; sequence?: number }[],
  now: Date,
): Promise<boolean> {
  if (attempt.result || now > attempt.deadlineAt) return false
  if (answers.length === 0) return true
  const { attempts, attemptAnswers, attemptResults } = store.tables
  const isOpen = (tx: Pick<Store['db'], 'select'>) =>
    notExists(tx.select({ one: sql`1` }).from(attemptResults).where(eq(attemptResults.attemptId, attempt.id)))
  await store.atomically((tx) =>
    answers.map(({ questionId, response, sequence }) =>
      tx
        .insert(attemptAnswers)
        .select(
          tx
            .select({
              attemptId: attempts.id,
              questionId: sql<string>`${questionId}`.as('question_id'),
              response: sql<string[]>`${JSON.stringify(response)}`.as('response'),
              sequence: sql<number>`${sequence ?? 0}`.as('sequence'),
              correct: sql<null>`null`.as('correct'),
              savedAt: sql<Date>`${now.getTime()}`.as('saved_at'),
            })
            .from(attempts)
            .where(and(eq(attempts.id, attempt.id), isOpen(tx))),
        )
        .onConflictDoUpdate({
          target: [attemptAnswers.attemptId, attemptAnswers.questionId],
          set: {
            response: sql`excluded.response`,
            sequence: sequence === undefined ? sql`${attemptAnswers.sequence} + 1` : sql`excluded.sequence`,
            savedAt: sql`excluded.saved_at`,
          },
          ...(sequence === undefined ? {} : { setWhere: sql`excluded.sequence >= ${attemptAnswers.sequence}` }),
        }),
    ),
  )
  return true
}

/**
 * Closes an attempt: grades the saved answers, keeps the result, the completion if it passed, and the counts, all or
 * nothing. Closing twice returns the first result.
 */
export async function closeAttempt(
  store: Store,
  attempt: Attempt,
  { closedBy, now }: { closedBy: 'learner' | 'deadline'; now: Date },
): Promise<Attempt> {
  if (attempt.result) return attempt
  const module = await moduleAt(store, attempt.moduleId, attempt.contentVersion)
  const saved = await readAnswers(store, attempt.id)
  const responses = new Map([...saved].map(([questionId, { response }]) => [questionId, response]))
  const grade = gradePaper(module, attempt.items, responses, attempt.passMark)
  const counted = countsInStatistics(attempt, closedBy)
  const { correctCount, itemCount, passed } = grade
  const result = { closedAt: now, closedBy, correctCount, itemCount, passed }
  try {
    await store.atomically((tx) => [
      tx.insert(store.tables.attemptResults).values({ attemptId: attempt.id, ...result, counted }),
      keepMarks(store, tx, attempt, grade, now),
      ...(passed && attempt.kind === 'quiz' ? [insertCompletion(store, tx, earned(attempt, grade), now)] : []),
      ...(counted ? countResult(store, tx, attempt, grade) : []),
    ])
  } catch (error) {
    const first = isTaken(error) ? await readAttempt(store, attempt.learnerId, attempt.id) : null
    if (!first?.result) throw error
    return first
  }
  return { ...attempt, result }
}

function keepMarks(
  store: Store,
  tx: Parameters<Parameters<Store['atomically']>[0]>[0],
  attempt: Attempt,
  grade: Grade,
  now: Date,
) {
  const { attemptAnswers } = store.tables
  const rows = grade.marks.map((mark) => ({ ...mark, attemptId: attempt.id, sequence: 0, savedAt: now }))
  return tx
    .insert(attemptAnswers)
    .values(rows)
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.questionId],
      set: { response: sql`excluded.response`, correct: sql`excluded.correct` },
    })
}

const earned = ({ learnerId, moduleId, id, contentVersion, ruleVersion }: Attempt, { scorePercent }: Grade) => ({
  learnerId,
  moduleId,
  attemptId: id,
  contentVersion,
  ruleVersion,
  scorePercent,
})

export type AttemptSummary = Pick<Attempt, 'id' | 'moduleId' | 'kind' | 'startedAt' | 'deadlineAt'> & {
  result: Pick<Result, 'correctCount' | 'itemCount' | 'passed' | 'closedAt'> | null
}

/** A learner's attempts, newest first. */
export async function listAttempts(store: Store, learnerId: string): Promise<AttemptSummary[]> {
  const { attempts, attemptResults } = store.tables
  const rows = await store.db
    .select({ attempt: attempts, result: attemptResults })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(inArray(attempts.learnerId, idsOf(store, learnerId)))
    .orderBy(desc(attempts.startedAt), desc(attempts.id))
  return rows.map(({ attempt, result }) => ({ ...attempt, result }))
}

/** Questions whose newest graded answer by this learner is wrong, by module id. */
export async function listWrongQuestions(store: Store, learnerId: string): Promise<Map<string, string[]>> {
  const { attempts, attemptAnswers, attemptResults } = store.tables
  const rows = await store.db
    .select({ moduleId: attempts.moduleId, questionId: attemptAnswers.questionId, correct: attemptAnswers.correct })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .innerJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(inArray(attempts.learnerId, idsOf(store, learnerId)))
    .orderBy(attemptResults.closedAt)
  const newest = new Map(rows.map((row) => [row.questionId, row]))
  const wrong = new Map<string, string[]>()
  for (const { moduleId, questionId, correct } of newest.values())
    if (correct === false) wrong.set(moduleId, [...(wrong.get(moduleId) ?? []), questionId])
  return wrong
}

async function readAttempt(store: Store, learnerId: string, attemptId: string): Promise<Attempt | null> {
  const { attempts, attemptResults } = store.tables
  const [row] = await store.db
    .select({ attempt: attempts, result: attemptResults })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), inArray(attempts.learnerId, idsOf(store, learnerId))))
  return row ? { ...row.attempt, result: row.result } : null
}

async function findOpen(
  store: Store,
  learnerId: string,
  moduleId: string,
  kind: Kind,
  now: Date,
): Promise<string | null> {
  const { attempts, attemptResults } = store.tables
  const rows = await store.db
    .select({ id: attempts.id, deadlineAt: attempts.deadlineAt })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(
      and(
        eq(attempts.moduleId, moduleId),
        eq(attempts.kind, kind),
        inArray(attempts.learnerId, idsOf(store, learnerId)),
        isNull(attemptResults.attemptId),
      ),
    )
  return rows.find(({ deadlineAt }) => now <= deadlineAt)?.id ?? null
}

async function countAttempts(store: Store, learnerId: string, moduleId: string, kind: Kind): Promise<number> {
  const { attempts } = store.tables
  const [row] = await store.db
    .select({ total: count() })
    .from(attempts)
    .where(
      and(
        eq(attempts.moduleId, moduleId),
        eq(attempts.kind, kind),
        inArray(attempts.learnerId, idsOf(store, learnerId)),
      ),
    )
  return row?.total ?? 0
}
