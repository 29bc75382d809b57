/** A server on which people have learned already: figures to show, and Mei with papers of every state. */
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import { OPEN_DAYS } from '#app/learn/quiz/rule'
import { openInstrument } from '#app/measure/surveys/open-instrument.server'
import { submitResponse } from '#app/measure/surveys/open-survey.server'
import type { Server } from '../support/built'
import { figureOf, hiddenStreet, putEstimate, resultOf } from '../support/estimates'
import { call119, createWorld, DAY, doors, moduleNamed, takeAttempt } from '../support/world'
import { learnerCookie } from './learner'

/** Enough people for percentages to be shown. */
const PEOPLE = 32

/** Mei's cookie, and the address of each of her papers. */
export async function fillTown(server: Server) {
  const store = createSqliteStore(server.databaseFile)
  const { mei, streets } = await createWorld(store)
  for (let person = 0; person < PEOPLE; person++) {
    const learner = { id: newId(), regionId: streets[person % streets.length]?.id ?? null }
    await takeAttempt(store, { learner, right: 4 + (person % 7) })
    await answerSurvey(store, person)
  }
  await publishSurveys(store)
  const now = new Date()
  const start = (module: string, questionIds?: string[]) =>
    startAttempt(store, {
      learner: mei,
      module: moduleNamed(module),
      kind: questionIds ? 'practice' : 'quiz',
      questionIds,
      now,
    })
  const passed = await takeAttempt(store, { learner: mei, module: call119, now })
  const failed = await takeAttempt(store, { learner: mei, module: doors, right: 3, blank: 4, now })
  const late = await startAttempt(store, {
    learner: mei,
    module: moduleNamed('smoke-and-co'),
    kind: 'quiz',
    now: new Date(now.getTime() - (OPEN_DAYS + 1) * DAY),
  })
  const open = await start('extinguisher')
  // One question of each type.
  const types = await start('call-119', ['call-119-1', 'call-119-2', 'call-119-4', 'call-119-7'])
  store.close()
  const ids = { passed: passed.id, failed: failed.id, late, open, types }
  return { cookie: await learnerCookie(mei.id), ids }
}

/** Everybody knows the first items; the later an item, the fewer do. */
async function answerSurvey(store: Store, person: number): Promise<void> {
  const items = Object.entries(openInstrument.items)
  const answers = new Map(
    items.map(([id, { correct }], index) => [id, person >= index ? (correct[0] ?? '') : openInstrument.unsure]),
  )
  await submitResponse(store, { id: newId(), instrument: openInstrument, answers, regionId: null, now: new Date() })
}

/** A survey by phone in spring, and one at home in autumn, in which a street is hidden: a trend with a break. */
async function publishSurveys(store: Store): Promise<void> {
  const spring = { name: '2026 年春季电话', modes: ['phone'], fieldFrom: '2026-05-06', fieldTo: '2026-05-20' }
  await putEstimate(store, { overall: figureOf(0.71), wave: spring })
  const { street, sex, age } = resultOf().domains
  await putEstimate(store, { domains: { street: [...street, hiddenStreet('990101003000')], sex, age } })
}
