import { describe, expect, test } from 'vitest'
import {
  type AnalysedItem,
  type AnalysedPaper,
  analyseItems,
  footingOf,
  reliabilityOf,
  verdictsOf,
} from '#app/measure/items/item-analysis'

const item = (id: string, change: Partial<AnalysedItem> = {}): AnalysedItem => ({
  id,
  stem: id,
  options: ['a', 'b', 'c', 'unsure'].map((option) => ({ id: option, text: option })),
  correct: ['a'],
  unsure: 'unsure',
  ...change,
})
const mark = (option: string) => ({ chosen: option === '' ? [] : [option], correct: option === 'a' })
/** One paper a line, one sign an item: the option chosen, - for a blank, . for an item that was not in the paper. */
const papersOf = (ids: string[], lines: string[]): AnalysedPaper[] =>
  lines.map(
    (line) =>
      new Map([...line].flatMap((sign, at) => (sign === '.' ? [] : [[ids[at] ?? '', mark(sign === '-' ? '' : sign)]]))),
  )
const times = (count: number, line: string) => Array.from({ length: count }, () => line)
const IDS = ['one', 'two', 'three']
const items = IDS.map((id) => item(id))

describe('figures of an item', () => {
  test('are those that can be worked out by hand', () => {
    // 40 people: 20 know all of it, 20 nothing; of these 10 chose b each time, 10 c.
    const figures = analyseItems(items, papersOf(IDS, [...times(20, 'aaa'), ...times(10, 'bbb'), ...times(10, 'ccc')]))
    expect(figures[0]).toMatchObject({
      footing: 'rough',
      n: 40,
      facility: 0.5,
      discrimination: 100,
      blank: 0,
      verdicts: ['fine'],
    })
    expect(
      figures[0]?.options.map(({ id, role, all, top, bottom, isDead }) => [id, role, all, top, bottom, isDead]),
    ).toEqual([
      ['a', 'right', 0.5, 1, 0, false],
      ['b', 'wrong', 0.25, 0, 0.5, false],
      ['c', 'wrong', 0.25, 0, 0.5, false],
      ['unsure', 'unsure', 0, 0, 0, false],
    ])
    expect(figures[0]?.thirds).toEqual({ top: 20, bottom: 20 })
  })

  test('have the discrimination index 100·cov(x, rest)/√(var x · var rest)', () => {
    // x of item one: 1 1 1 0 0 0, rest: 2 1 1 1 0 1, five times over: means 1/2 and 1, cov = 1/6, var = 1/4 and 1/3.
    const lines = ['aaa', 'aab', 'aba', 'bab', 'bbb', 'bba'].flatMap((line) => times(6, line))
    const [one] = analyseItems(items, papersOf(IDS, lines))
    expect(one?.discrimination).toBeCloseTo((100 * (1 / 6)) / Math.sqrt((1 / 4) * (1 / 3)), 7)
  })

  test('of papers drawn at random count those who were given the item, against the rest of their own paper', () => {
    const lines = [...times(20, 'a.a'), ...times(20, 'b.b'), ...times(20, '.ab')]
    const figures = analyseItems(items, papersOf(IDS, lines))
    expect(figures.map(({ n }) => n)).toEqual([40, 20, 60])
    expect(figures.map(({ footing }) => footing)).toEqual(['rough', 'few', 'firm'])
    expect(figures[0]).toMatchObject({ facility: 0.5, discrimination: 100 })
  })

  test('count a blank as not right and beside the options', () => {
    const [one] = analyseItems(items, papersOf(IDS, [...times(30, 'aab'), ...times(10, '-bb')]))
    expect(one).toMatchObject({ facility: 0.75, blank: 0.25 })
  })

  test('of an ordering have no options', () => {
    const [one] = analyseItems(
      [item('one', { options: null }), item('two')],
      papersOf(IDS, [...times(30, 'ab'), ...times(10, 'bb')]),
    )
    expect(one).toMatchObject({ options: [], thirds: null, facility: 0.75 })
  })

  test.each([
    [9, 'hidden', null],
    [10, 'few', 10],
    [29, 'few', 29],
  ])('stay away while %i people have answered', (count, footing, n) => {
    const [one] = analyseItems(items, papersOf(IDS, times(count, 'aab')))
    expect(one).toMatchObject({
      footing,
      n,
      facility: null,
      discrimination: null,
      blank: null,
      options: [],
      verdicts: [],
    })
  })

  test('say how firm they are by the number of people', () => {
    expect([9, 10, 29, 30, 49, 50].map(footingOf)).toEqual(['hidden', 'few', 'few', 'rough', 'rough', 'firm'])
    expect(analyseItems(items, []).map(({ footing, n }) => [footing, n])).toEqual(IDS.map(() => ['hidden', null]))
  })
})

describe('the verdict on an item', () => {
  test('is a suspect key where those who know the rest get it wrong', () => {
    const [one] = analyseItems(items, papersOf(IDS, [...times(25, 'baa'), ...times(25, 'abb')]))
    expect(one).toMatchObject({ discrimination: -100, verdicts: ['checkKey', 'deadOptions'] })
  })

  test('names options that fewer than 5 % take, but not 不清楚 and not the right one', () => {
    const [one] = analyseItems(items, papersOf(IDS, [...times(20, 'aaa'), ...times(19, 'bbb'), 'cbb']))
    expect(one?.options.map(({ id, isDead }) => [id, isDead])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['unsure', false],
    ])
    expect(one?.verdicts).toEqual(['deadOptions'])
  })

  test.each([
    [{ facility: 0.951, discrimination: 5 }, ['tooEasy']],
    [{ facility: 0.95, discrimination: 20 }, ['fine']],
    [{ facility: 0.249, discrimination: 30 }, ['tooHard']],
    [{ facility: 0.25, discrimination: 19.9 }, ['weak']],
    [{ facility: 0.6, discrimination: 0 }, ['weak']],
    [{ facility: 0.2, discrimination: -0.1 }, ['checkKey', 'tooHard']],
    [{ facility: 1, discrimination: null }, ['tooEasy']],
    [{ facility: null, discrimination: null }, ['fine']],
  ])('of %j is %j', (indices, expected) => {
    expect(verdictsOf(indices, [])).toEqual(expected)
  })
})

describe('the reliability of a form', () => {
  test('is KR-20 with Feldt’s interval', () => {
    // Three items that always agree: 1 exactly.
    expect(reliabilityOf(items, papersOf(IDS, [...times(20, 'aaa'), ...times(20, 'bbb')]))).toMatchObject({
      alpha: 1,
      n: 40,
      items: 3,
    })
    // Totals 3 2 2 1 0 1 six times over: variance 33/36; Σpq = 3/4 (p = 1/2 each).
    const lines = ['aaa', 'aab', 'aba', 'bab', 'bbb', 'bba'].flatMap((line) => times(6, line))
    const reliability = reliabilityOf(items, papersOf(IDS, lines))
    expect(reliability?.alpha).toBeCloseTo(1.5 * (1 - 0.75 / (33 / 36)), 10)
    expect(reliability && reliability.lower < reliability.alpha && reliability.alpha < reliability.upper).toBe(true)
  })

  test('is not to be had from few people, or from people who are all alike', () => {
    expect(reliabilityOf(items, papersOf(IDS, [...times(15, 'aaa'), ...times(14, 'bbb')]))).toBe(null)
    expect(reliabilityOf(items, papersOf(IDS, times(40, 'aab')))).toBe(null)
  })
})
