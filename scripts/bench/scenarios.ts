/** What is measured on which server. The bounds keep the whole bench within a minute and a half on a slow machine. */
import type { Module } from '#app/content/schema'
import { seededRandom } from '#app/statistics/seeded-random'
import { pretendAnswer } from '../demo/pretend-answer'
import { questionOf, saveAnswer, startQuiz, takeJourney } from './journey'
import { CONCURRENCY, type Measured, measure } from './load'
import type { ServerProcess } from './server-process'
import { createVisitor, expectStatus } from './visitor'

/** Rendered on every request, and has next to nothing on it. */
const EMPTY_PAGE = '/survey/thanks'

const QUERIES = ['电动车', '湿毛巾', '燃气', '烟感', '电动车着火怎么办', '的', '毛巾 恐龙', '恐龙']

export const measureBare = (server: ServerProcess): Promise<Measured> =>
  measureGet('bare node:http, 2 KB (b)', server, '/', { tasks: 30_000, seconds: 2 })

export const measureEmptyPage = (server: ServerProcess, name: string): Promise<Measured> =>
  measureGet(name, server, EMPTY_PAGE, { tasks: 3_000, seconds: 3 })

export const measureCached = (server: ServerProcess, name: string, path: string): Promise<Measured> =>
  measureGet(`${name}, from the cache`, server, path, { tasks: 20_000, seconds: 2.5 })

export const measureRendered = (server: ServerProcess, name: string, path: string): Promise<Measured> =>
  measureGet(`${name}, rendered`, server, path, { tasks: 2_000, seconds: 3.5 })

/** A different query each time, also such as find very much, nothing, or only some of their words. */
export function measureSearch(server: ServerProcess): Promise<Measured> {
  const visitor = createVisitor(server.port)
  let asked = 0
  return measure('search, eight queries in turn', server, { tasks: 2_000, seconds: 3.5 }, async () => {
    const query = QUERIES[asked++ % QUERIES.length]!
    expectStatus(await visitor.get(`/search?q=${encodeURIComponent(query)}`), 200, `search for ${query}`)
  })
}

/** The open paper, each lane its own learner. */
export async function measureQuizPage(server: ServerProcess, module: Module): Promise<Measured> {
  const attempts = await startOnePerLane(server, module)
  return measure('open quiz page, rendered', server, { tasks: 2_000, seconds: 3.5 }, async (lane) => {
    const { visitor, path } = attempts[lane]!
    expectStatus(await visitor.get(path), 200, 'quiz page')
  })
}

/** One tap. Every save is a newer one than the last, so that each really writes. */
export async function measureSave(server: ServerProcess, module: Module): Promise<Measured> {
  const attempts = await startOnePerLane(server, module)
  const sequences = attempts.map(() => 0)
  const random = seededRandom('bench saves')
  return measure('one answer saved (JSON)', server, { tasks: 6_000, seconds: 3.5 }, async (lane) => {
    const attempt = attempts[lane]!
    const sequence = ++sequences[lane]!
    const questionId = attempt.questionIds[sequence % attempt.questionIds.length]!
    const response = pretendAnswer(questionOf(module, questionId), sequence % 2 === 0, random)
    await saveAnswer(attempt, { questionId, response }, sequence)
  })
}

/** Whole journeys, each a new learner. */
export async function measureJourneys(server: ServerProcess, module: Module, name: string): Promise<Measured> {
  const random = seededRandom('bench journeys')
  return measure(name, server, { tasks: 600, seconds: 7 }, () => takeJourney(server.port, module, random))
}

async function measureGet(
  name: string,
  server: ServerProcess,
  path: string,
  bounds: { tasks: number; seconds: number },
) {
  const visitor = createVisitor(server.port)
  return measure(name, server, bounds, async () => {
    expectStatus(await visitor.get(path), 200, path)
  })
}

const startOnePerLane = ({ port }: ServerProcess, module: Module) =>
  Promise.all(Array.from({ length: CONCURRENCY }, () => startQuiz(createVisitor(port), module)))
