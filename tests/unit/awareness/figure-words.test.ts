import { expect, test } from 'vitest'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { percentText, pointsOfChange, pointsWords, shareWords, verdictWords } from '#app/measure/awareness/figure-words'
import { inputOf, persons } from '../../support/estimate-inputs'

const interval = { lower: 0.9124, upper: 1, confidence: 0.95, method: 'wilson' }

test('a share is said with one decimal, its interval and n', () => {
  const said = shareWords({ value: 0.8564, n: 400, interval: { ...interval, lower: 0.81, upper: 0.8999 } })
  expect(said).toEqual({ kind: 'percent', n: 400, value: '85.6', interval: { lower: '81.0', upper: '90.0' } })
})

test('all of a sample is never all of the population', () => {
  expect(shareWords({ value: 1, n: 40, interval })).toEqual({ kind: 'all', n: 40, bound: '91.2' })
  expect(shareWords({ value: 0, n: 40, interval: null })).toEqual({ kind: 'nobody', n: 40, bound: null })
  expect([percentText(0.99999), percentText(0.00001), percentText(0.5)]).toEqual(['99.9', '0.1', '50.0'])
})

test('few people get no percentage, and fewer than ten nothing at all', () => {
  expect(shareWords({ value: 0.5, n: 29, interval: null })).toEqual({ kind: 'few', n: 29 })
  expect(shareWords({ value: 0.5, n: 9, interval: null })).toEqual({ kind: 'hidden' })
  expect(shareWords({ value: 0.5, n: 100, interval: null }, { hidden: true })).toEqual({ kind: 'hidden' })
  expect(shareWords({ value: null, n: 0, interval: null })).toEqual({ kind: 'none' })
  expect(pointsWords({ value: 71.25, n: 29, interval: null })).toEqual({ kind: 'few', n: 29 })
  expect(pointsWords({ value: 71.26, n: 60, interval: null })).toMatchObject({ kind: 'points', value: '71.3' })
})

test('a change carries its sign, and none is no minus', () => {
  expect([0.039, -0.0204, 0.0001, -0.0001].map(pointsOfChange)).toEqual(['+3.9', '−2.0', '0.0', '0.0'])
})

test('the verdict is said with number, bound, definition, frame, n and day', () => {
  const target = { planId: 'tongzhou', percent: 85, definition: null }
  const said = (right: number, wrong: number) => {
    const respondents = [...persons(right), ...persons(wrong, { answers: '0' })]
    const estimated = estimateWave(inputOf({ respondents, target }))
    return estimated.kind === 'estimated' ? verdictWords(estimated.result) : null
  }
  expect(said(346, 54)).toMatchObject({
    key: 'above_but_not_proven',
    definition: 'overallRate',
    isDefinitionOpen: true,
    value: '86.5',
    target: '85',
    place: '示例区',
    from: 18,
    to: 75,
    n: 400,
    day: '2026-10-31',
  })
  expect(said(15, 5)?.key).toBe('few')
  expect(said(315, 85)?.key).toBe('not_met')
})
