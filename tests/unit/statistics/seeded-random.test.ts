import { describe, expect, test } from 'vitest'
import { seededRandom, shuffle } from '#app/statistics/seeded-random'

const TWO_TO_32 = 4294967296

/** Σ (observed − expected)² / expected for equally likely cells. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function tenths(numbers: readonly number[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const number of numbers) counts[Math.floor(10 * number)]! += 1
  return counts
}

const firstNumbers = (seed: string, length: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length }, random)
}

describe('seededRandom', () => {
  // FNV-1a of "foobar" is 0xbf9cf968 (the authors' test vector); the stream was computed with another Mulberry32, in Python.
  test.each([
    ['foobar', [4041625555, 1420129204, 1512530472, 88991864, 1280297604]],
    ['a', [2670119670, 1323809741, 1575654966, 2556090870, 3826730733]],
    ['', [2625274932, 2119670693, 3324411561, 1770755366, 3488654967]],
  ])('the seed "%s" always gives the known stream', (seed, expected) => {
    expect(firstNumbers(seed, 5).map((number) => number * TWO_TO_32)).toEqual(expected)
  })

  test('two streams of one seed do not disturb each other', () => {
    const one = seededRandom('shared')
    const first = one()
    const other = seededRandom('shared')
    expect(other()).toBe(first)
    expect(other()).toBe(one())
  })

  test('every number lies in [0, 1) and the tenths are about equally full', () => {
    const numbers = firstNumbers('uniform', 20_000)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    // χ² with 9 degrees of freedom exceeds 27.88 once in a thousand.
    expect(chiSquare(tenths(numbers))).toBeLessThan(27.88)
  })

  test('seeds that differ in one digit start as evenly as if they had nothing in common', () => {
    const starts = Array.from({ length: 20_000 }, (_, n) => seededRandom(`0197a1b2-0000-7000-8000-${n}`)())
    expect(chiSquare(tenths(starts))).toBeLessThan(27.88)
  })
})

describe('shuffle', () => {
  test('returns every item once and leaves the list as it was', () => {
    const items = Object.freeze(['a', 'b', 'c', 'd', 'e'])
    for (let seed = 0; seed < 200; seed++) {
      expect(shuffle(items, seededRandom(`${seed}`)).toSorted()).toEqual(items)
    }
    expect(shuffle([], seededRandom('nothing'))).toEqual([])
  })

  test('all 24 orders of four items are about equally likely', () => {
    const orders = new Map<string, number>()
    for (let seed = 0; seed < 12_000; seed++) {
      const order = shuffle(['a', 'b', 'c', 'd'], seededRandom(`order ${seed}`)).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(24)
    // χ² with 23 degrees of freedom exceeds 49.73 once in a thousand.
    expect(chiSquare([...orders.values()])).toBeLessThan(49.73)
  })
})
