/** Fills a store with the demonstration, and says when it must not. */
import { like, notLike, or } from 'drizzle-orm'
import type { Catalog, Instrument } from '#app/content/schema'
import type { Store } from '#app/db/store.server'
import { submitResponse } from '#app/measure/surveys/open-survey.server'
import { rememberRegion } from '#app/people/learners/learners.server'
import { listStreets } from '#app/people/places/regions.server'
import { DEMO_ID_START, demoLearners, demoRespondents } from './crowd'
import { learnModule } from './learn'

const DEMO = `${DEMO_ID_START}%`

/** Why this store must not be filled; null when it holds nothing, or nothing but an earlier demonstration. */
export async function refusalFor(store: Store): Promise<string | null> {
  const { attempts, surveyResponses } = store.tables
  const quizzes = await store.db.$count(attempts, notLike(attempts.learnerId, DEMO))
  const responses = await store.db.$count(surveyResponses, notLike(surveyResponses.id, DEMO))
  if (quizzes + responses > 0)
    return `it holds ${quizzes} attempts and ${responses} survey responses of real visitors, and invented ones must not stand among them.`
  const isDemoDistrict = (await listStreets(store)).every(({ isDemo }) => isDemo)
  return isDemoDistrict ? null : 'its places are real ones, and invented answers must not be counted for them.'
}

/** Takes an earlier demonstration out; only for a store that `refusalFor` has nothing against. */
export async function clearDemo(store: Store): Promise<void> {
  const { tables } = store
  const { learners, learnerCodes } = tables
  await store.atomically((tx) => [
    tx.delete(tables.optionTallies),
    tx.delete(tables.itemTallies),
    tx.delete(tables.quizTallies),
    tx.delete(tables.completions),
    tx.delete(tables.attemptAnswers),
    tx.delete(tables.attemptResults),
    tx.delete(tables.attempts),
    tx.delete(tables.surveyAnswers),
    tx.delete(tables.surveyResponses),
    tx.delete(learnerCodes).where(like(learnerCodes.learnerId, DEMO)),
    tx.delete(learners).where(or(like(learners.id, DEMO), like(learners.mergedInto, DEMO))),
  ])
}

/** The same people with the same answers every time, whatever the ids of their attempts. */
export async function fillDemo(store: Store, catalog: Catalog, instrument: Instrument): Promise<void> {
  const streets = await listStreets(store)
  const regionOf = (street: number | null) => (street === null ? null : (streets[street]?.id ?? null))
  for (const { id, street, knowledge, moduleIds, startsAt } of demoLearners(catalog.modules)) {
    const learner = { id, regionId: regionOf(street) }
    await rememberRegion(store, learner, startsAt)
    for (const [index, moduleId] of moduleIds.entries()) {
      const module = catalog.modules.find((known) => known.id === moduleId)
      const now = new Date(startsAt.getTime() + index * 20 * 60_000)
      if (module) await learnModule(store, { learner, module, knowledge, seed: `${id} ${moduleId}`, now })
    }
  }
  for (const { id, street, answers, at } of demoRespondents(instrument))
    await submitResponse(store, { id, instrument, answers, regionId: regionOf(street), now: at })
}
