/** A learner's own data: all of it to look at and take along, and the way to have it forgotten. */
import { newId } from '#app/db/ids'
import type { Store, Writer } from '#app/db/store.server'
import { readAnswers } from '#app/learn/quiz/answers.server'
import { listAttempts, reassignAttempts } from '#app/learn/quiz/attempts.server'
import { audited } from '#app/people/audit/audit.server'
import { deleteLearners, insertLearner, type Learner, listIds } from '#app/people/learners/learners.server'
import { closingOf, listAllLinks, openLinksOf, reassignLinks } from '#app/people/learners/links.server'
import { listRegionNames } from '#app/people/places/regions.server'
import { listCompletions, reassignCompletions } from './completions.server'

/**
 * Everything kept about a learner, as plain data. Survey responses are not here: they are not connected to anybody. Of
 * the organizations joined it holds the name and the days; what a roster says of a person is the organization's to show.
 */
export async function readOwnData(store: Store, learner: Learner) {
  const attempts = await listAttempts(store, learner.id)
  const answers = await Promise.all(attempts.map(({ id }) => readAnswers(store, id)))
  return {
    learner: learner.id,
    place: (await listRegionNames(store)).get(learner.regionId ?? '') ?? null,
    organizations: await listAllLinks(store, learner.id),
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
 * counts stay true; what had been joined is left, and counts for the person of the roster as it did at that moment. The
 * codes and the ids that browsers carry are deleted. Nobody can undo this. Where an organization had been joined the log
 * says that somebody was forgotten, not who.
 */
export async function forgetLearner(store: Store, learnerId: string, now: Date): Promise<void> {
  const ids = await listIds(store, learnerId)
  const renamed = ids.map((from) => ({ from, to: newId() }))
  const links = (await listAllLinks(store, learnerId)).length
  const leave = await closingOf(store, await openLinksOf(store, learnerId), now)
  const forget = (tx: Writer) => [
    ...leave(tx),
    ...renamed.flatMap(({ from, to }) => [
      insertLearner(store, tx, { id: to, regionId: null }, now),
      reassignAttempts(store, tx, from, to),
      reassignCompletions(store, tx, from, to),
      reassignLinks(store, tx, from, to),
    ]),
    ...deleteLearners(store, tx, ids),
  ]
  if (links === 0) return store.atomically(forget)
  const trail = { accountId: null, origin: '', now }
  const subject = { kind: 'learner', id: 'forgotten' }
  await audited(store, trail, { action: 'learner.forget', subject, detail: { links } }, forget)
}
