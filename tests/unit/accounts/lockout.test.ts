import { describe, expect, test } from 'vitest'
import { afterFailure, type Failures, minutesLeft, waitMinutes } from '#app/people/accounts/lockout'
import { later, MINUTE, morning } from '../../support/world'

describe('how long one waits', () => {
  test.each([
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 16],
    [10, 32],
    [11, 60],
    [12, 60],
    [1000, 60],
    [10_000, 60],
  ])('after %i wrong tries in a row: %i minutes', (failures, minutes) => {
    expect(waitMinutes(failures)).toBe(minutes)
  })
})

/** The count after wrong tries at these moments. */
const after = (moments: Date[]): Failures | null =>
  moments.reduce<Failures | null>((before, now) => afterFailure(before, now), null)

test('the wait is told in whole minutes, never too few, and ends', () => {
  const failures = after(Array.from({ length: 6 }, () => morning))
  expect(minutesLeft(failures, morning)).toBe(2)
  expect(minutesLeft(failures, later(MINUTE))).toBe(1)
  expect(minutesLeft(failures, later(MINUTE + 1))).toBe(1)
  expect(minutesLeft(failures, later(2 * MINUTE))).toBe(0)
  expect(minutesLeft(null, morning)).toBe(0)
})

test('a day without a wrong try forgets the earlier ones; a little less does not', () => {
  const five = Array.from({ length: 5 }, () => morning)
  expect(after([...five, later(24 * 60 * MINUTE)])?.failures).toBe(6)
  expect(after([...five, later(24 * 60 * MINUTE + 1)])?.failures).toBe(1)
})
