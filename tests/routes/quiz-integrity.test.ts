/**
 * The ways in which other platforms inflate quiz results or tie them to the browser (field notes, section 3), each with
 * the proof that it cannot happen here. Everything goes through the site's own addresses, as browsers and cheats send it.
 * Lost work stands in quiz-integrity-work.test.ts, the secrecy of the key in quiz-integrity-key.test.ts.
 */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { moduleAt } from '#app/content/versions.server'
import { store } from '#app/db/main.server'
import { gradePaper } from '#app/learn/quiz/grade'
import { readTallies } from '#app/learn/quiz/tallies.server'
import {
  answersOf,
  chosen,
  fieldsFor,
  handIn,
  newVisitor,
  type Paper,
  practise,
  resultOf,
  sit,
  tap,
  tickedIn,
  type Visitor,
} from '../support/visitor'
import { call119, DAY, later, morning } from '../support/world'

let mei: Visitor
let bo: Visitor
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: morning })
  mei = newVisitor()
  bo = newVisitor()
})
afterEach(() => vi.useRealTimers())

const attemptsOf = (learnerId: string) =>
  store.db.select().from(store.tables.attempts).where(eq(store.tables.attempts.learnerId, learnerId))
const completionsOf = (learnerId: string) =>
  store.db.$count(store.tables.completions, eq(store.tables.completions.learnerId, learnerId))
const firstItem = ({ items }: Paper) => items[0] ?? { questionId: '', options: [] }

describe('“reloading the page gives new time”', () => {
  test('the deadline is fixed at the start and stays, however often the page is loaded or the quiz is started again', async () => {
    const paper = await sit(mei)
    vi.setSystemTime(later(6 * DAY))
    await mei.get(paper.path)
    expect((await sit(mei)).path).toBe(paper.path)
    expect(await attemptsOf(paper.learnerId)).toMatchObject([{ startedAt: morning, deadlineAt: later(7 * DAY) }])
  })

  test('after the deadline the paper shows its result and takes no more answers', async () => {
    const paper = await sit(mei)
    expect(await mei.html(paper.path)).toContain('data-autosave')
    vi.setSystemTime(later(7 * DAY + 1))
    const { questionId, options } = firstItem(paper)
    expect((await tap(mei, paper, { questionId, response: options.slice(0, 1), sequence: 1 })).status).toBe(409)
    await handIn(mei, paper, fieldsFor(paper))
    expect(await resultOf(paper)).toMatchObject({ closedBy: 'deadline', correctCount: 0 })
    expect(await mei.html(paper.path)).not.toContain('data-autosave')
  })
})

describe('“redrawing until the questions are easy”', () => {
  test('twenty starts, also at once, in another language or with a wish for a seed, all lead to one paper', async () => {
    const paper = await sit(mei)
    const again = () =>
      mei.post('/modules/call-119/quiz?seed=easy', { seed: 'easy', items: 'call-119-1', locale: 'en' })
    const places = await Promise.all(Array.from({ length: 20 }, async () => (await again()).headers.get('Location')))
    expect(new Set(places)).toEqual(new Set([paper.path]))
    expect(await attemptsOf(paper.learnerId)).toHaveLength(1)
  })

  test('who hands in blank papers to see other questions is counted with the first, blank one', async () => {
    const before = await countsOf('kitchen-oil-fire')
    await handIn(mei, await sit(mei, 'kitchen-oil-fire'))
    const second = await sit(mei, 'kitchen-oil-fire')
    await handIn(mei, second, fieldsFor(second))
    expect(await resultOf(second)).toMatchObject({ passed: true, counted: false })
    expect(await countsOf('kitchen-oil-fire')).toEqual({ ...before, learners: before.learners + 1 })
  })
})

async function countsOf(moduleId: string) {
  const { quizzes } = await readTallies(store)
  return quizzes.find((tally) => tally.moduleId === moduleId) ?? { moduleId, regionId: '', learners: 0, passed: 0 }
}

describe('“two quizzes with the same title mix their answers”', () => {
  test('the same question in a quiz and in a practice of one module is answered separately', async () => {
    const quiz = await sit(mei)
    const { questionId, options } = firstItem(quiz)
    const practice = await practise(mei, [questionId])
    await tap(mei, quiz, { questionId, response: options.slice(0, 1), sequence: 1 })
    expect(await answersOf(practice)).toEqual({})
    expect(await mei.html(practice.path)).toContain(`data-attempt="${practice.id}"`)
    expect(tickedIn(await mei.html(practice.path))).toEqual([])
  })

  test('a new try, which has the same title and may ask the same questions, begins empty', async () => {
    const first = await sit(mei)
    await handIn(mei, first, fieldsFor(first))
    const second = await sit(mei)
    expect(second.id).not.toBe(first.id)
    expect(tickedIn(await mei.html(second.path))).toEqual([])
    expect(await answersOf(second)).toEqual({})
  })

  test('an answer to a question of another quiz is refused', async () => {
    const [fires, doors] = [await sit(mei), await sit(mei, 'run-or-close-door')]
    const { questionId, options } = firstItem(fires)
    expect((await tap(mei, doors, { questionId, response: options.slice(0, 1), sequence: 1 })).status).toBe(400)
    expect((await mei.post(doors.path, [...fieldsFor(fires), ['intent', 'save']])).status).toBe(400)
    expect(await answersOf(doors)).toEqual({})
  })
})

describe('“leaving the page, or a phone call, hands the quiz in”', () => {
  test('what browsers send on leaving closes nothing', async () => {
    const paper = await sit(mei)
    await mei.send(paper.path, { method: 'POST', body: 'beacon' })
    await mei.send(`${paper.path}/answers`, { method: 'POST', body: '' })
    await mei.post(paper.path)
    await mei.post(paper.path, fieldsFor(paper))
    expect(await resultOf(paper)).toBeUndefined()
  })

  test('who goes away and comes back finds the answers where they were', async () => {
    const paper = await sit(mei)
    const {
      questionId,
      response: [option = ''],
    } = chosen(paper)
    await tap(mei, paper, { questionId, response: [option], sequence: 1 })
    for (const path of ['/', '/me', '/modules/call-119', '/modules/call-119/quiz']) await mei.get(path)
    vi.setSystemTime(later(6 * DAY))
    expect(tickedIn(await mei.html((await sit(mei)).path))).toEqual([`q.${questionId}=${option}`])
    expect(await resultOf(paper)).toBeUndefined()
  })
})

describe('“the result travels in the address”', () => {
  test('the address of a result says nothing but which attempt it is, and means nothing to another browser', async () => {
    const paper = await sit(mei)
    const response = await handIn(mei, paper, fieldsFor(paper))
    expect(response.headers.get('Location')).toBe(`/attempts/${paper.id}`)
    expect((await bo.get(paper.path)).status).toBe(404)
  })

  test('adding a score to the address changes nothing', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper)
    const [plain, boasting] = [
      await mei.html(paper.path),
      await mei.html(`${paper.path}?score=100&passed=true&correctCount=10`),
    ]
    expect(boasting).toBe(plain)
    expect(plain).toContain('10 题答对 0 题')
  })
})

describe('“the same question sent several times earns several marks”', () => {
  test('ten right answers to one question are one mark of ten', async () => {
    const paper = await sit(mei)
    const { questionId, response } = chosen(paper)
    for (let sequence = 1; sequence <= 10; sequence++) await tap(mei, paper, { questionId, response, sequence })
    await handIn(mei, paper)
    expect(await resultOf(paper)).toMatchObject({ correctCount: 1, itemCount: 10 })
  })

  test('a form that repeats a question is refused as a whole', async () => {
    const paper = await sit(mei)
    const {
      questionId,
      response: [option = ''],
    } = chosen(paper)
    expect((await handIn(mei, paper, [...fieldsFor(paper), [`q.${questionId}`, option]])).status).toBe(400)
    expect([await resultOf(paper), await answersOf(paper)]).toEqual([undefined, {}])
  })
})

describe('“the browser says what is correct”', () => {
  test('an answer that brings its own mark is refused', async () => {
    const paper = await sit(mei)
    const { questionId, response } = chosen(paper)
    for (const claim of [{ correct: true }, { progress: 1 }, { time_spent: 600 }, { score: 10 }])
      expect(
        (await mei.postJson(`${paper.path}/answers`, { questionId, response, sequence: 1, ...claim })).status,
      ).toBe(400)
    expect(await answersOf(paper)).toEqual({})
  })

  test('a form that claims a pass gets the grade of its answers', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, [
      ['correct', 'true'],
      ['passed', 'true'],
      ['score', '100'],
      ['correctCount', '10'],
    ])
    expect(await resultOf(paper)).toMatchObject({ correctCount: 0, passed: false })
    expect(await completionsOf(paper.learnerId)).toBe(0)
  })
})

describe('“ticking everything scores 100 %”', () => {
  const multiples = Object.keys(call119.questions).filter((id) => call119.questions[id]?.type === 'multiple')

  test('every box ticked is no mark, where several answers are right', async () => {
    expect(multiples.length).toBeGreaterThan(1)
    const paper = await practise(mei, multiples)
    const everything = paper.items.flatMap(({ questionId, options }) =>
      options.map((o): [string, string] => [`q.${questionId}`, o]),
    )
    await handIn(mei, paper, everything)
    expect(await resultOf(paper)).toMatchObject({ correctCount: 0, itemCount: multiples.length })
  })

  test('neither is one right box too few; only the exact set is', async () => {
    const paper = await practise(mei, multiples)
    await handIn(mei, paper, fieldsFor(paper, { right: paper.items.length }).slice(1))
    expect((await resultOf(paper))?.correctCount).toBe(multiples.length - 1)
  })

  test('two answers to a question with one are refused', async () => {
    const paper = await sit(mei)
    const { questionId, options } = chosen(paper)
    expect((await tap(mei, paper, { questionId, response: options, sequence: 1 })).status).toBe(400)
  })
})

describe('“an empty paper scores 75 %”', () => {
  test.each(catalog.modules.map(({ id }) => id))(
    'it scores 0 in %s, whether the fields are missing or sent empty',
    async (moduleId) => {
      const missing = await sit(mei, moduleId)
      await handIn(mei, missing)
      const empty = await sit(bo, moduleId)
      const blanks = [...(await bo.html(empty.path)).matchAll(/ name="(q\.[^"]*)"/g)].map(
        ([, name]): [string, string] => [name ?? '', ''],
      )
      await handIn(
        bo,
        empty,
        blanks.filter(([name], index) => blanks.findIndex(([other]) => other === name) === index),
      )
      for (const paper of [missing, empty])
        expect(await resultOf(paper)).toMatchObject({ correctCount: 0, itemCount: paper.items.length, passed: false })
    },
  )
})

describe('“only the score is kept, so nothing can be checked or graded again”', () => {
  test('every answer is kept with its mark, and grading the kept answers again gives the same result', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper, { right: 6, blank: 2 }))
    const kept = await answersOf(paper)
    expect(Object.keys(kept).toSorted()).toEqual(paper.items.map(({ questionId }) => questionId).toSorted())
    const module = await moduleAt(store, paper.module.id, paper.module.version)
    const again = gradePaper(module, paper.items, new Map(Object.entries(kept)), call119.quiz.passMark)
    expect(again).toMatchObject({ correctCount: 6, passed: false })
    expect(await resultOf(paper)).toMatchObject({ correctCount: 6, passed: false })
  })
})
