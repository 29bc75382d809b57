import { describe, expect, test } from 'vitest'
import type { Module } from '#app/content/schema'
import { drawPaper, paperOf } from '#app/learn/quiz/draw-paper'
import { door, questionOf, withQuiz } from '../../support/fixture-catalog'

const SEEDS = Array.from({ length: 600 }, (_, n) => `paper ${n}`)
const PAPERS = SEEDS.map((seed) => drawPaper(door, seed))

const pointOf = (module: Module, questionId: string) => questionOf(module, questionId).points[0] ?? ''

function perPoint(paper: readonly { questionId: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { questionId } of paper) {
    const point = pointOf(door, questionId)
    counts.set(point, (counts.get(point) ?? 0) + 1)
  }
  return counts
}

describe('a paper', () => {
  test('is the same for the same seed and differs between seeds', () => {
    for (const [n, seed] of SEEDS.entries()) expect(drawPaper(door, seed)).toEqual(PAPERS[n])
    expect(new Set(PAPERS.map((paper) => JSON.stringify(paper))).size).toBeGreaterThan(590)
  })

  test('does not depend on the order in which the file lists the questions', () => {
    const reversed = { ...door, questions: Object.fromEntries(Object.entries(door.questions).reverse()) }
    for (const [n, seed] of SEEDS.entries()) expect(drawPaper(reversed, seed)).toEqual(PAPERS[n])
  })

  test('has ten different questions', () => {
    for (const paper of PAPERS) expect(new Set(paper.map(({ questionId }) => questionId)).size).toBe(10)
  })

  test('never asks a point more than twice', () => {
    for (const paper of PAPERS) expect(Math.max(...perPoint(paper).values())).toBeLessThanOrEqual(2)
  })

  test('never asks a point more than once when the blueprint says once', () => {
    const once = withQuiz(door, { atMostPerPoint: 1, draw: 6 })
    for (const seed of SEEDS) {
      const points = drawPaper(once, seed).map(({ questionId }) => pointOf(once, questionId))
      expect(points.toSorted()).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6'])
    }
  })

  test('always asks the points that must be asked, also when only those fit', () => {
    for (const paper of PAPERS) expect([...perPoint(paper).keys()]).toEqual(expect.arrayContaining(['f1', 'f3']))
    const small = withQuiz(door, { draw: 2 })
    for (const seed of SEEDS) expect([...perPoint(drawPaper(small, seed)).keys()].toSorted()).toEqual(['f1', 'f3'])
  })

  test('draws every question of the bank in some paper', () => {
    const drawn = new Set(PAPERS.flatMap((paper) => paper.map(({ questionId }) => questionId)))
    expect([...drawn].toSorted()).toEqual(Object.keys(door.questions).toSorted())
  })

  test('does not always begin with the points that are always asked', () => {
    const firstPoints = new Set(PAPERS.map((paper) => pointOf(door, paper[0]?.questionId ?? '')))
    expect(firstPoints.size).toBe(6)
  })
})

describe('the options of a question', () => {
  const items = PAPERS.flat()

  test('are all of its options, each once', () => {
    for (const { questionId, options } of items) {
      const question = questionOf(door, questionId)
      const authored = question.type === 'true-false' ? ['right', 'wrong'] : question.options
      expect(options.toSorted()).toEqual(authored.toSorted())
    }
  })

  test('of true-false keep the order right, wrong', () => {
    for (const { questionId, options } of items)
      if (questionOf(door, questionId).type === 'true-false') expect(options).toEqual(['right', 'wrong'])
  })

  test('of an ordering are never shown already in order', () => {
    const orderings = items.filter(({ questionId }) => questionOf(door, questionId).type === 'ordering')
    expect(orderings.length).toBeGreaterThan(300)
    for (const { questionId, options } of orderings) expect(options).not.toEqual(questionOf(door, questionId).correct)
  })

  test('of a single choice have the right one first neither more nor less often than chance', () => {
    const singles = items.filter(({ questionId }) => questionOf(door, questionId).type === 'single')
    const chances = singles.map(({ options }) => 1 / options.length)
    const expected = chances.reduce((sum, p) => sum + p, 0)
    const deviation = Math.sqrt(chances.reduce((sum, p) => sum + p * (1 - p), 0))
    const first = singles.filter(({ questionId, options }) => options[0] === questionOf(door, questionId).correct[0])
    expect(singles.length).toBeGreaterThan(2000)
    // Beyond 3.29 standard deviations chance gets once in a thousand.
    expect(Math.abs(first.length - expected)).toBeLessThan(3.29 * deviation)
  })
})

describe('a practice paper', () => {
  test('has just the questions asked for, in that order', () => {
    const paper = paperOf(door, ['door-12', 'door-3', 'door-1'], 'practice')
    expect(paper.map(({ questionId }) => questionId)).toEqual(['door-12', 'door-3', 'door-1'])
    expect(paperOf(door, ['door-12', 'door-3', 'door-1'], 'practice')).toEqual(paper)
  })

  test('leaves out questions that the module no longer has', () => {
    const paper = paperOf(door, ['door-gone', 'door-1'], 'practice')
    expect(paper.map(({ questionId }) => questionId)).toEqual(['door-1'])
  })
})
