import { describe, expect, test } from 'vitest'
import { type QualityRow, surveyQuality } from '#app/measure/surveys/quality'

/** Ten core items and two of background, answered so that no two are alike. */
const row = (at: number, change: Partial<QualityRow> = {}): QualityRow => ({
  group: 'zhou',
  seconds: 600,
  isProxy: false,
  answers: Array.from({ length: 12 }, (_, item) => `option-${(at * (item + 1)) % 7}`),
  core: 10,
  places: null,
  ...change,
})
const rows = (count: number, change: (at: number) => Partial<QualityRow> = () => ({})) =>
  Array.from({ length: count }, (_, at) => row(at, change(at)))
const only = (given: QualityRow[]) => {
  const [group] = surveyQuality(given, 'unsure').groups
  if (!group) throw new Error('no group')
  return group
}

describe('the quality of responses', () => {
  test('is nothing in particular for an ordinary interviewer', () => {
    expect(only(rows(6))).toMatchObject({
      interviews: 6,
      medianSeconds: 600,
      fast: { count: 0, of: 6 },
      alike: { count: 0, of: 6 },
      signs: [],
    })
  })

  test('names interviews faster than a third of the median of all, not of the interviewer', () => {
    const quality = surveyQuality([...rows(6), ...rows(5, () => ({ group: 'wu', seconds: 199 }))], 'unsure')
    expect(quality.all).toEqual({ interviews: 11, medianSeconds: 600 })
    expect(quality.groups.map(({ group, fast, signs }) => ({ group, fast, signs }))).toEqual([
      { group: 'zhou', fast: { count: 0, of: 6 }, signs: [] },
      { group: 'wu', fast: { count: 5, of: 5 }, signs: ['fast'] },
    ])
    // Exactly a third is not faster than a third.
    expect(only([...rows(3), row(3, { seconds: 200 })]).fast.count).toBe(0)
  })

  test('leaves those out of the times whose time was not measured', () => {
    expect(only(rows(6, (at) => ({ seconds: at < 2 ? 100 + at : null })))).toMatchObject({
      medianSeconds: 100.5,
      fast: { of: 2 },
    })
    expect(only(rows(6, () => ({ seconds: null })))).toMatchObject({
      medianSeconds: null,
      fast: { count: 0, of: 0 },
      signs: [],
    })
  })

  test('sees one place in 80 % of what was answered, where the order was fixed', () => {
    const straight = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]
    const mixed = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2]
    const halfBlank = [0, 0, 0, 0, 1, null, null, null, null, null]
    const given = [straight, mixed, halfBlank, mixed, mixed, straight].map((places, at) => row(at, { places }))
    expect(only([...given, row(6)])).toMatchObject({ straight: { count: 3, of: 6 }, signs: ['straight'] })
  })

  test('sees two people of one interviewer who answer nearly alike, and not two of different ones', () => {
    const twin = row(1).answers
    const near = twin.with(0, 'other')
    const far = twin.with(0, 'other').with(1, 'other')
    expect(only([...rows(5), row(9, { answers: near })]).alike).toEqual({ count: 2, of: 6 })
    expect(only([...rows(5), row(9, { answers: far })]).alike).toEqual({ count: 0, of: 6 })
    const quality = surveyQuality([...rows(5), row(9, { group: 'wu', answers: twin })], 'unsure')
    expect(quality.groups.map(({ alike }) => alike.count)).toEqual([0, 0])
  })

  test('counts 不清楚 and blanks among core items, and what others wrote down', () => {
    const answers = [...Array(4).fill('unsure'), ...Array(3).fill(null), 'a', 'b', 'c', 'unsure', null]
    expect(only(rows(5, (at) => ({ answers: at === 0 ? answers : row(at).answers, isProxy: at < 2 })))).toMatchObject({
      unsure: { count: 4, of: 50 },
      blank: { count: 3, of: 50 },
      proxy: { count: 2, of: 5 },
      signs: ['proxy'],
    })
  })

  test('says nothing of fewer than five interviews', () => {
    expect(only(rows(4, () => ({ isProxy: true, answers: row(1).answers })))).toMatchObject({
      alike: { count: 4, of: 4 },
      signs: [],
    })
    expect(surveyQuality([], 'unsure')).toEqual({ all: { interviews: 0, medianSeconds: null }, groups: [] })
  })
})
