/**
 * Attempts: started with everything frozen, found, listed. Whose attempt it is stands in the WHERE of every query, so that
 * another learner's attempt does not exist.
 */
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Module } from '#app/content/schema'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { idsOf, insertLearner, type Learner } from '#app/people/learners/learners.server'
import type { Attempt, AttemptSummary, Kind } from './attempt'
import { closeAttempt } from './close-attempt.server'
import { drawPaper, paperOf } from './draw-paper'
import { readAttempt } from './read-attempt.server'
import { deadlineAfter, RULE_VERSION } from './rule'

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

/** Closes what a learner left open past its deadline, so that the answers given are graded and a pass is kept. */
export async function closeOverdue(store: Store, learnerId: string, now: Date): Promise<void> {
  for (const { id, result, deadlineAt } of await listAttempts(store, learnerId))
    if (!result && now > deadlineAt) await findAttempt(store, { learnerId, attemptId: id, now })
}

/** The statement that gives one learner's attempts to another; see `forgetLearner`. */
export const reassignAttempts = (store: Store, tx: Writer, from: string, to: string): Statement =>
  tx.update(store.tables.attempts).set({ learnerId: to }).where(eq(store.tables.attempts.learnerId, from))

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
