import { describe, expect, test } from 'vitest'
import type { Module } from '#app/content/schema'
import { drawPaper } from '#app/learn/quiz/draw-paper'
import type { Tallies } from '#app/learn/quiz/tallies.server'
import { type LearnerRates, learnerRates } from '#app/measure/awareness/learner-rates'
import { seededRandom } from '#app/statistics/seeded-random'
import { door } from '../../support/fixture-catalog'

const HIDDEN = { kind: 'hidden' }
const STREETS = ['wutong', 'hewan', 'shiqiao']

/** A second module with the same questions under ids of its own. */
const gate: Module = {
  ...door,
  id: 'gate',
  questions: Object.fromEntries(Object.entries(door.questions).map(([id, q]) => [id.replace('door', 'gate'), q])),
}

type Paper = { module: Module; street: string; wrong?: number }

/** What the database would count for these papers: `wrong` items of each answered with the first wrong option. */
function tally(papers: readonly Paper[]): Tallies {
  const counts = { quizzes: new Map(), items: new Map(), options: new Map(), places: new Map() }
  const add = (kind: keyof typeof counts, key: Record<string, string>, by: Record<string, number>) => {
    const name = JSON.stringify(key)
    const row = counts[kind].get(name) ?? { ...key }
    for (const [field, value] of Object.entries(by)) row[field] = (row[field] ?? 0) + value
    counts[kind].set(name, row)
  }
  for (const [n, { module, street, wrong = 0 }] of papers.entries()) {
    const items = drawPaper(module, `${module.id} paper ${n}`)
    add('quizzes', { moduleId: module.id, regionId: street }, { learners: 1, passed: wrong <= 2 ? 1 : 0 })
    for (const [place, { questionId, options }] of items.entries()) {
      const key = module.questions[questionId]?.correct ?? []
      const correct = place < wrong ? 0 : 1
      const picked = correct ? key : options.filter((option) => !(key as string[]).includes(option)).slice(0, 1)
      add('items', { moduleId: module.id, questionId }, { asked: 1, correct, blank: 0 })
      add('places', { regionId: street }, { asked: 1, correct })
      for (const optionId of picked) add('options', { moduleId: module.id, questionId, optionId }, { picked: 1 })
    }
  }
  return Object.fromEntries(Object.entries(counts).map(([kind, rows]) => [kind, [...rows.values()]])) as Tallies
}

const papers = (count: number, paper: Paper): Paper[] => Array.from({ length: count }, () => paper)
const ratesOf = (...groups: Paper[][]) => learnerRates(tally(groups.flat()), [door, gate], STREETS)
const moduleOf = (rates: LearnerRates, moduleId: string) => rates.modules.find((rate) => rate.moduleId === moduleId)

describe('modules', () => {
  test('nobody yet is no data', () => {
    const { modules, points, mistakes, places } = ratesOf()
    expect(modules).toEqual(
      ['door', 'gate'].map((moduleId) => ({
        moduleId,
        learners: 0,
        correct: { kind: 'none' },
        passed: { kind: 'none' },
      })),
    )
    expect([points, mistakes]).toEqual([[], []])
    expect(places.map(({ papers }) => papers)).toEqual([0, 0, 0, 0])
  })

  test('fewer than ten learners are hidden with everything that counts them', () => {
    const { modules, points, places } = ratesOf(papers(9, { module: door, street: 'wutong' }))
    expect(modules[0]).toEqual({ moduleId: 'door', learners: null, correct: HIDDEN, passed: HIDDEN })
    expect(new Set(points.map(({ correct }) => correct.kind))).toEqual(new Set(['hidden']))
    expect(places.map(({ papers }) => papers)).toEqual([null, null, null, null])
  })

  test('10 to 29 learners get counts', () => {
    const rates = ratesOf(papers(10, { module: door, street: '', wrong: 3 }), papers(29, { module: gate, street: '' }))
    expect(moduleOf(rates, 'door')).toEqual({
      moduleId: 'door',
      learners: 10,
      correct: { kind: 'counts', count: 70, of: 100 },
      passed: { kind: 'counts', count: 0, of: 10 },
    })
    expect(moduleOf(rates, 'gate')).toMatchObject({ learners: 29, passed: { kind: 'counts', count: 29, of: 29 } })
  })

  test('30 learners get a percentage', () => {
    const mixed = [
      ...papers(20, { module: door, street: '', wrong: 1 }),
      ...papers(10, { module: door, street: '', wrong: 4 }),
    ]
    expect(moduleOf(ratesOf(mixed), 'door')).toMatchObject({
      learners: 30,
      correct: { kind: 'percent', count: 240, of: 300, percent: 80 },
      passed: { kind: 'percent', count: 20, of: 30, percent: 66.7 },
    })
  })

  test('a small module is hidden together with the one that its number could be told from', () => {
    const rates = ratesOf(papers(40, { module: door, street: '' }), papers(3, { module: gate, street: '' }))
    expect(rates.modules.map(({ learners }) => learners)).toEqual([null, null])
    expect(rates.points.every(({ correct }) => correct.kind === 'hidden')).toBe(true)
    expect(rates.mistakes).toEqual([])
  })

  test('a small module that is no longer in the catalogue is not told by what the others leave over', () => {
    const all = tally([...papers(40, { module: door, street: '' }), ...papers(3, { module: gate, street: '' })])
    expect(learnerRates(all, [door], STREETS).modules[0]?.learners).toBeNull()
  })
})

describe('points', () => {
  /** Twenty learners of one module; how many of them were asked each question, one question a point. */
  function kindsWhen(asked: Record<string, number>): (string | undefined)[] {
    const items = Object.entries(asked).map(([questionId, n]) => ({
      moduleId: 'door',
      questionId,
      asked: n,
      correct: n,
      blank: 0,
    }))
    const quizzes = [{ moduleId: 'door', regionId: '', learners: 20, passed: 20 }]
    const { points } = learnerRates({ quizzes, items, options: [], places: [] }, [door], STREETS)
    return ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map(
      (point) => points.find((rate) => rate.point === point)?.correct.kind,
    )
  }
  const usual = { 'door-1': 20, 'door-4': 18, 'door-6': 20, 'door-9': 15, 'door-11': 16, 'door-13': 12 }

  test('are shown where enough people were asked', () => {
    expect(kindsWhen(usual)).toEqual(['counts', 'counts', 'counts', 'counts', 'counts', 'counts'])
  })

  test('of few people are hidden with the next smallest, so that the module’s figures do not give them away', () => {
    expect(kindsWhen({ ...usual, 'door-9': 4 })).toEqual(['counts', 'counts', 'counts', 'hidden', 'counts', 'hidden'])
  })

  test('do not give away a question that the module no longer has', () => {
    expect(kindsWhen({ ...usual, 'door-gone': 4 })).toEqual([
      'counts',
      'counts',
      'counts',
      'counts',
      'counts',
      'hidden',
    ])
  })

  test('that nobody was asked are not listed', () => {
    const { 'door-9': _, ...others } = usual
    expect(kindsWhen(others)[3]).toBeUndefined()
  })
})

describe('places', () => {
  test('no street given is a place of its own, after the streets', () => {
    const rates = ratesOf(
      papers(12, { module: door, street: 'wutong' }),
      papers(35, { module: door, street: '', wrong: 5 }),
    )
    expect(rates.places).toEqual([
      { regionId: 'wutong', papers: 12, correct: { kind: 'counts', count: 120, of: 120 } },
      { regionId: 'hewan', papers: 0, correct: { kind: 'none' } },
      { regionId: 'shiqiao', papers: 0, correct: { kind: 'none' } },
      { regionId: '', papers: 35, correct: { kind: 'percent', count: 175, of: 350, percent: 50 } },
    ])
  })

  test('a street of few is hidden together with the next smallest, so that the total does not give it away', () => {
    const rates = ratesOf(
      papers(4, { module: door, street: 'wutong' }),
      papers(20, { module: door, street: 'hewan' }),
      papers(50, { module: door, street: 'shiqiao' }),
    )
    expect(rates.places.map(({ papers }) => papers)).toEqual([null, null, 50, 0])
    expect(rates.places.map(({ correct }) => correct.kind)).toEqual(['hidden', 'hidden', 'percent', 'none'])
  })

  test('many papers of few people are still few people', () => {
    const rates = ratesOf(
      papers(9, { module: door, street: 'wutong' }),
      papers(9, { module: gate, street: 'wutong' }),
      papers(60, { module: door, street: '' }),
      papers(60, { module: gate, street: '' }),
    )
    expect(rates.places.map(({ papers }) => papers)).toEqual([null, 0, 0, null])
  })
})

describe('common mistakes', () => {
  test('name the wrong option most people chose, with how many were asked, worst first', () => {
    const { mistakes } = ratesOf(papers(200, { module: door, street: '', wrong: 6 }))
    expect(mistakes).toHaveLength(8)
    for (const { questionId, optionId, picked, asked } of mistakes) {
      expect(door.questions[questionId]?.correct).not.toContain(optionId)
      expect(picked).toBeGreaterThanOrEqual(10)
      expect(asked).toBeGreaterThanOrEqual(picked)
    }
    const shares = mistakes.map(({ picked, asked }) => picked / asked)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  })

  test('are not shown where fewer than ten people made them', () => {
    expect(ratesOf(papers(9, { module: door, street: '', wrong: 10 })).mistakes).toEqual([])
    expect(ratesOf(papers(40, { module: door, street: '' })).mistakes).toEqual([])
  })
})

test('whatever the numbers, nothing hidden can be told from what is shown', () => {
  const random = seededRandom('many districts')
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  for (let district = 0; district < 60; district++) {
    const groups = [door, gate].flatMap((module) =>
      [...STREETS, ''].map((street) => papers(upTo(16) * upTo(1), { module, street, wrong: upTo(5) })),
    )
    const all = groups.flat()
    const rates = ratesOf(...groups)
    const learners = [door, gate].map((module) => all.filter((paper) => paper.module === module).length)
    expectSafe(
      rates.modules.map((rate, n) => ({ people: learners[n] ?? 0, isHidden: rate.learners === null })),
      all.length,
    )
    for (const { moduleId, learners } of rates.modules)
      if (learners === null)
        expect(rates.points.filter((rate) => rate.moduleId === moduleId && rate.correct.kind !== 'hidden')).toEqual([])
  }
})

/** The total is known, so one hidden cell, or hidden cells of fewer than ten together, could be worked out. */
function expectSafe(cells: { people: number; isHidden: boolean }[], total: number) {
  for (const { people, isHidden } of cells) if (people > 0 && people < 10) expect(isHidden).toBe(true)
  const hidden = cells.filter(({ isHidden }) => isHidden)
  if (hidden.length === 0 || hidden.length === cells.length) return
  expect(hidden.length).toBeGreaterThan(1)
  expect(hidden.reduce((sum, { people }) => sum + people, 0)).toBeGreaterThanOrEqual(10)
  expect(total).toBeGreaterThanOrEqual(10)
}
