import { expect, test } from 'vitest'
import { compareEstimates } from '#app/measure/awareness/compare-estimates'
import { readChoices, settingsOf } from '#app/measure/awareness/estimate-choices'
import { differencesBetween } from '#app/measure/awareness/estimate-differences'
import type { EstimateInput } from '#app/measure/awareness/estimate-input'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { inputOf, persons } from '../../support/estimate-inputs'

function side(input: EstimateInput) {
  const estimated = estimateWave(input)
  if (estimated.kind === 'refused') throw new Error(estimated.problem)
  return { input, result: estimated.result }
}

const item = (id: string, hash = id) => ({ id, point: 'p.f1', dimension: 'escape', choices: 4, hash })
const of = (right: number, wrong: number, wave = {}) =>
  side(inputOf({ respondents: [...persons(right), ...persons(wrong, { answers: '0' })], wave }))

test('a change is told with its interval, and points up only when that leaves out 0', () => {
  const { breaks, overall } = compareEstimates(of(280, 120), of(340, 60))
  expect(breaks).toEqual([])
  expect(overall?.difference).toBeCloseTo(0.15, 10)
  const se = Math.sqrt((0.7 * 0.3) / 399 + (0.85 * 0.15) / 399)
  expect(overall?.interval?.lower).toBeCloseTo(0.15 - 1.959964 * se, 6)
  expect(overall?.direction).toBe('up')
  expect(compareEstimates(of(280, 120), of(284, 116)).overall?.direction).toBe('unclear')
})

test('another frame, another way of asking or another kind of evidence is a break', () => {
  const before = of(280, 120)
  expect(compareEstimates(before, of(340, 60, { ageFrom: 20 }))).toMatchObject({
    breaks: ['frame'],
    overall: null,
    anchor: null,
  })
  expect(compareEstimates(before, of(340, 60, { modes: ['web'] })).breaks).toEqual(['mode'])
  expect(compareEstimates(before, of(340, 60, { tier: 'Q' })).breaks).toEqual(['tier'])
})

test('where only the items changed, those asked both times are compared', () => {
  const first = { items: [item('a'), item('b'), item('c')] }
  const second = { items: [item('b'), item('d'), item('c2', 'c')] }
  const before = side(
    inputOf({
      instrument: first,
      respondents: [...persons(50, { answers: '111' }), ...persons(50, { answers: '100' })],
    }),
  )
  const now = side(
    inputOf({
      instrument: second,
      respondents: [...persons(80, { answers: '101' }), ...persons(20, { answers: '010' })],
    }),
  )
  const { breaks, overall, anchor } = compareEstimates(before, now)
  expect(breaks).toEqual(['instrument'])
  expect(overall).toBeNull()
  expect(anchor?.items).toBe(2)
  // b and c: half of the people before, four fifths now.
  expect(anchor?.change?.difference).toBeCloseTo(0.3, 10)
  const other = side(inputOf({ instrument: { items: [item('x')] }, respondents: persons(40) }))
  expect(compareEstimates(before, other).anchor).toEqual({ items: 0, change: null })
})

test('settings are read from an address, and nonsense is the default', () => {
  const chosen = readChoices(new URLSearchParams('weighting=rake&ages=two&trim=none&missing=2&singlePsu='))
  expect(settingsOf(chosen)).toEqual({
    weighting: 'rake',
    ageBands: [18, 60],
    trim: null,
    missing: 'skippedIsWrong',
    singlePsu: 'error',
    fewestPerCell: 10,
  })
})

test('two results differ where a number differs by more than the last digits, or something is missing', () => {
  expect(differencesBetween({ a: [1, 2], b: null }, { a: [1, 2 + 1e-13], b: null })).toEqual([])
  expect(differencesBetween({ a: [1, 2] }, { a: [1, 2.1] })).toEqual(['a.1 is 2, computed again 2.1'])
  expect(differencesBetween({ a: 1 }, { a: 1, b: 'x' })).toEqual(['b is undefined, computed again "x"'])
})
