import { describe, expect, test } from 'vitest'
import { surveyRates } from '#app/measure/awareness/survey-rates'
import type { ItemCount, ResponseGroup } from '#app/measure/surveys/open-survey.server'

/**
 * Example 1 of the knowledge-rate definitions: six persons, five items, a point is a skipped item:
 * 11111, 11110, 11100, 1·111, 1100·, 10000. `times` repeats each of them.
 */
function exampleOne(times: number): { groups: ResponseGroup[]; items: ItemCount[] } {
  const persons = ['11111', '11110', '11100', '1·111', '1100·', '10000']
  const marks = (person: string, mark: string) => [...person].filter((given) => given === mark).length
  return {
    groups: persons.map((person) => ({
      asked: 5,
      answered: 5 - marks(person, '·'),
      correct: marks(person, '1'),
      people: times,
    })),
    items: [0, 1, 2, 3, 4].map((item) => ({
      itemId: `item-${item}`,
      asked: 6 * times,
      correct: times * persons.filter((person) => person[item] === '1').length,
    })),
  }
}

const rates = (times: number, cut = 80) => surveyRates(exampleOne(times).groups, exampleOne(times).items, cut)

describe('example 1 of the definitions', () => {
  test('of six persons shows nothing: they are fewer than ten', () => {
    expect(rates(1)).toMatchObject({
      people: 6,
      overall: { kind: 'hidden' },
      mastery: { kind: 'hidden' },
      brokenOff: 0,
    })
    expect(new Set(rates(1).items.map(({ share }) => share.kind))).toEqual(new Set(['hidden']))
  })

  test('of twelve persons shows 19 of 30 and 3 of 6 as counts, without a percentage', () => {
    expect(rates(2)).toMatchObject({
      people: 12,
      overall: { kind: 'counts', count: 38, of: 60 },
      mastery: { kind: 'counts', count: 6, of: 12 },
    })
  })

  test('of thirty persons gives 总体知晓率 63.3 %, skipped items counted as wrong, and 个人达标率 50 %', () => {
    expect(rates(5)).toMatchObject({
      people: 30,
      overall: { kind: 'percent', count: 95, of: 150, percent: 63.3 },
      mastery: { kind: 'percent', count: 15, of: 30, percent: 50 },
    })
  })

  test('gives 全部知晓率 1 of 6 at a cut of 100', () => {
    expect(rates(5, 100).mastery).toEqual({ kind: 'percent', count: 5, of: 30, percent: 16.7 })
  })

  test('gives the item rates 1, .6667, .6667, .5, .3333, the least known first', () => {
    expect(rates(5).items.map(({ itemId, share }) => [itemId, share])).toEqual([
      ['item-4', { kind: 'percent', count: 10, of: 30, percent: 33.3 }],
      ['item-3', { kind: 'percent', count: 15, of: 30, percent: 50 }],
      ['item-1', { kind: 'percent', count: 20, of: 30, percent: 66.7 }],
      ['item-2', { kind: 'percent', count: 20, of: 30, percent: 66.7 }],
      ['item-0', { kind: 'percent', count: 30, of: 30, percent: 100 }],
    ])
  })
})

describe('break-offs', () => {
  const whole: ResponseGroup = { asked: 20, answered: 20, correct: 16, people: 30 }

  test('answered fewer than half: counted apart and in no rate', () => {
    const brokenOff: ResponseGroup = { asked: 20, answered: 9, correct: 9, people: 12 }
    expect(surveyRates([whole, brokenOff], [], 80)).toMatchObject({
      people: 30,
      overall: { count: 480, of: 600, percent: 80 },
      mastery: { count: 30, of: 30 },
      brokenOff: 12,
    })
  })

  test('exactly half is enough', () => {
    const half: ResponseGroup = { asked: 20, answered: 10, correct: 10, people: 10 }
    expect(surveyRates([whole, half], [], 80)).toMatchObject({
      people: 40,
      overall: { count: 580, of: 800 },
      mastery: { count: 30, of: 40, percent: 75 },
      brokenOff: 0,
    })
  })
})

test('16 of 20 reaches a cut of 80 and 15 of 20 does not: whole numbers decide', () => {
  const group = (correct: number): ResponseGroup => ({ asked: 20, answered: 20, correct, people: 30 })
  expect(surveyRates([group(16)], [], 80).mastery).toMatchObject({ count: 30 })
  expect(surveyRates([group(15)], [], 80).mastery).toMatchObject({ count: 0, percent: 0 })
  expect(surveyRates([{ ...group(12), asked: 15, answered: 15 }], [], 80).mastery).toMatchObject({ count: 30 })
})

test('nobody asked is no data', () => {
  expect(surveyRates([], [], 80)).toEqual({
    people: 0,
    overall: { kind: 'none' },
    mastery: { kind: 'none' },
    items: [],
    brokenOff: 0,
  })
})

test('a self-selected survey carries no interval and no verdict anywhere', () => {
  expect(JSON.stringify(rates(5))).not.toMatch(/interval|lower|upper|confidence|verdict|\bse\b/)
})
