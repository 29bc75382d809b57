import { expect, test } from 'vitest'
import { overallRate } from '#app/statistics/overall-rate'
import { type MissingPolicy, scoreRespondent } from '#app/statistics/score-respondent'

const instrument = Object.freeze({
  items: ['one', 'two', 'three', 'four', 'five'].map((id) => ({ id, key: ['right'], doNotKnow: 'unsure' })),
})

/** 1 right, 0 wrong, ? do not know, · skipped, - not administered. */
const answersBy: Record<string, readonly string[] | null> = {
  1: ['right'],
  0: ['wrong'],
  '?': ['unsure'],
  '·': [],
  '-': null,
}

function score(pattern: string, missing?: MissingPolicy) {
  const answers = Object.fromEntries(instrument.items.map(({ id }, item) => [id, answersBy[pattern[item]!]!]))
  return scoreRespondent(Object.freeze(answers), instrument, { missing })
}

test('items are scored in the order of the instrument and counted by kind', () => {
  expect(score('10?·-')).toEqual({
    scores: [1, 0, 0, 0, null],
    excluded: null,
    administered: 4,
    answered: 3,
    doNotKnow: 1,
    skipped: 1,
  })
})

test('skipped items count as wrong unless only answered items count', () => {
  expect(score('11·1·').scores).toEqual([1, 1, 0, 1, 0])
  expect(score('11·1·', 'answeredOnly').scores).toEqual([1, 1, null, 1, null])
})

test('complete case excludes a person with a skipped item but not one who was given fewer items', () => {
  expect(score('1111·', 'completeCase').excluded).toBe('incomplete')
  expect(score('1111-', 'completeCase').excluded).toBeNull()
})

test('fewer than half answered is a break-off, exactly half is valid', () => {
  expect(score('11···').excluded).toBe('brokenOff')
  expect(score('11··-').excluded).toBeNull()
  expect(score('1??··').excluded).toBeNull()
})

test('a person who was given nothing is excluded', () => {
  expect(score('-----')).toMatchObject({ excluded: 'notAdministered', administered: 0 })
})

test('do-not-know together with right options earns no partial credit', () => {
  const items = [{ id: 'many', key: ['a', 'b', 'c'], doNotKnow: 'unsure' }]
  const scored = scoreRespondent({ many: ['a', 'b', 'unsure'] }, { items }, { multiSelect: 'partial' })
  expect(scored).toMatchObject({ scores: [0], doNotKnow: 1 })
})

test('partial credit reaches the row', () => {
  const items = [{ id: 'many', key: ['a', 'b', 'c', 'd'] }]
  expect(scoreRespondent({ many: ['d', 'b'] }, { items }, { multiSelect: 'partial' }).scores).toEqual([0.5])
})

test('worked example 1 from raw answers: 19/30 with skipped wrong, 19/28 with answered only', () => {
  const patterns = ['11111', '11110', '11100', '1·111', '1100·', '10000']
  const rate = (missing: MissingPolicy) => overallRate(patterns.map((pattern) => score(pattern, missing)))
  expect(rate('skippedIsWrong').value).toBeCloseTo(19 / 30, 12)
  expect(rate('answeredOnly').value).toBeCloseTo(19 / 28, 12)
  expect(rate('completeCase')).toMatchObject({ n: 4, excluded: { incomplete: 2, brokenOff: 0, notAdministered: 0 } })
})

test.each([
  ['an item without an answer', {}, [{ id: 'one', key: ['a'] }]],
  ['an inherited name taken for an answer', {}, [{ id: 'toString', key: ['a'] }]],
  ['an answer to an unknown item', { one: ['a'], two: ['a'] }, [{ id: 'one', key: ['a'] }]],
  [
    'an item named twice',
    { one: ['a'] },
    [
      { id: 'one', key: ['a'] },
      { id: 'one', key: ['a'] },
    ],
  ],
  ['an empty instrument', {}, []],
  ['an empty key, even of a skipped item', { one: [] }, [{ id: 'one', key: [] }]],
  ['do-not-know in the key', { one: ['a'] }, [{ id: 'one', key: ['a'], doNotKnow: 'a' }]],
])('%s is refused', (_, answers: Record<string, string[]>, items) => {
  expect(() => scoreRespondent(answers, { items })).toThrow(RangeError)
})
