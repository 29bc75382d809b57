import { expect, test } from 'vitest'
import { selectAttempts } from '#app/statistics/select-attempts'

const attempt = (person: string, at: number, score: number, rest: { phase?: 'pre' | 'post'; isValid?: boolean } = {}) =>
  Object.freeze({ person, at, score, isValid: true, ...rest })

const scores = (selection: { selected: readonly { person: string; score: number }[] }) =>
  selection.selected.map(({ person, score }) => `${person}${score}`)

test('in a survey the earliest valid attempt counts, not the best', () => {
  const rows = [attempt('a', 5, 9), attempt('a', 1, 2, { isValid: false }), attempt('b', 2, 4), attempt('a', 3, 3)]
  const selection = selectAttempts(rows, { rule: 'survey' })
  expect(scores(selection)).toEqual(['b4', 'a3'])
  expect(selection.excluded).toEqual({ invalid: 1, outsideWindow: 0, repeated: 1 })
})

test('in a training the earliest pre and the latest post count, within the window', () => {
  const rows = [
    attempt('a', 1, 1, { phase: 'pre' }),
    attempt('a', 2, 2, { phase: 'pre' }),
    attempt('a', 3, 9, { phase: 'post' }),
    attempt('a', 4, 5, { phase: 'post' }),
    attempt('a', 99, 7, { phase: 'post' }),
    attempt('b', 1, 3, { phase: 'pre' }),
  ]
  const selection = selectAttempts(rows, { rule: 'training', window: { to: 30 } })
  expect(scores(selection)).toEqual(['a1', 'a5', 'b3'])
  expect(selection.excluded).toEqual({ invalid: 0, outsideWindow: 1, repeated: 2 })
})

test('of two at one time the first is the earliest and the last the latest', () => {
  const twice = (phase: 'pre' | 'post') => [attempt('a', 1, 1, { phase }), attempt('a', 1, 2, { phase })]
  expect(scores(selectAttempts(twice('pre'), { rule: 'training' }))).toEqual(['a1'])
  expect(scores(selectAttempts(twice('post'), { rule: 'training' }))).toEqual(['a2'])
})

test('times may be texts that sort', () => {
  const rows = ['2026-03-02', '2026-03-01'].map((at) => ({ person: 'a', at, isValid: true }))
  const { selected, excluded } = selectAttempts(rows, { rule: 'survey', window: { from: '2026-03-02' } })
  expect(selected).toEqual([rows[0]])
  expect(excluded.outsideWindow).toBe(1)
})

test('mixed times and attempts without a phase are refused', () => {
  const one = { person: 'a', isValid: true }
  expect(() =>
    selectAttempts(
      [
        { ...one, at: 1 },
        { ...one, at: '2' },
      ],
      { rule: 'survey' },
    ),
  ).toThrow(RangeError)
  expect(() => selectAttempts([{ ...one, at: Number.NaN }], { rule: 'survey' })).toThrow(RangeError)
  expect(() => selectAttempts([{ ...one, at: 1 }], { rule: 'survey', window: { to: '2' } })).toThrow(RangeError)
  expect(() => selectAttempts([{ ...one, at: 1 }], { rule: 'training' })).toThrow(/no phase/)
})
