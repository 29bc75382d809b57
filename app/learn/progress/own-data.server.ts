/** A learner's own data: all of it to look at and take along, and the way to have it forgotten. */
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { readAnswers } from '#app/learn/quiz/answers.server'
import { listAttempts, reassignAttempts } from '#app/learn/quiz/attempts.server'
import { deleteLearners, insertLearner, type Learner, listIds } from '#app/people/learners/learners.server'
import { listRegionNames } from '#app/people/places/regions.server'
import { listCompletions, reassignCompletions } from './completions.server'

/** Everything kept about a learner, as plain data. Survey responses are not here: they are not connected to anybody. */
export async function readOwnData(store: Store, learner: Learner) {
  const attempts = await listAttempts(store, learner.id)
  const answers = await Promise.all(attempts.map(({ id }) => readAnswers(store, id)))
  return {
    learner: learner.id,
    place: (await listRegionNames(store)).get(learner.regionId ?? '') ?? null,
    completions: await listCompletions(store, learner.id),
    attempts: attempts.map(({ id, moduleId, kind, startedAt, result }, index) => ({
      id,
      moduleId,
      kind,
      startedAt,
      closedAt: result?.closedAt ?? null,
      correctCount: result?.correctCount ?? null,
      itemCount: result?.itemCount ?? null,
      answers: [...(answers[index]?.values() ?? [])].map(({ questionId, response }) => ({ questionId, response })),
    })),
  }
}

/**
 * Forgets who a learner is. What was answered stays under new random ids that no browser knows, so that the district's
 * counts stay true; the codes and the ids that browsers carry are deleted. Nobody can undo this.
 */
export async function forgetLearner(store: Store, learnerId: string, now: Date): Promise<void> {
  const ids = await listIds(store, learnerId)
  const renamed = ids.map((from) => ({ from, to: newId() }))
  await store.atomically((tx) => [
    ...renamed.flatMap(({ from, to }) => [
      insertLearner(store, tx, { id: to, regionId: null }, now),
      reassignAttempts(store, tx, from, to),
      reassignCompletions(store, tx, from, to),
    ]),
    ...deleteLearners(store, tx, ids),
  ])
}
