import { describe, expect, test } from 'vitest'
import type { Published } from '#app/measure/awareness/published'
import { shareOf } from '#app/measure/awareness/share'
import type { PlaceCounts, RatedPlace } from '#app/measure/indicators/counts.server'
import { fourRates } from '#app/measure/indicators/four-rates'
import { type Gap, gapsOf } from '#app/measure/indicators/gaps'
import { hiddenStreet, resultOf } from '../../support/estimates'

const district: RatedPlace = { id: 'd', code: '990101000000', name: '示范区', level: 'district' }
const here: RatedPlace = { id: 'h', code: '990101001000', name: '梧桐街道', level: 'street' }
const there: RatedPlace = { id: 't', code: '990101002000', name: '河湾街道', level: 'street' }

const roster = (code: string, persons: number, passed: number, name = code) =>
  Array.from({ length: persons }, (_, at) => ({ personId: `${name}-${at}`, code, hasPassed: at < passed }))
const empty: PlaceCounts = { roster: [], quizzes: [], answers: [], browsers: [] }
const published: Published = {
  id: 'e',
  waveId: 'w',
  regionId: 'd',
  regionCode: district.code,
  level: 'district',
  note: '',
  publishedAt: new Date(0),
  result: resultOf(),
}
const rates = (counts: Partial<PlaceCounts>, list: Published[] = []) =>
  fourRates({ ...empty, ...counts }, district, [here, there], list)

describe('learned', () => {
  test('counts a person once, also on rosters of two streets', () => {
    const both = [...roster(here.code, 40, 20), ...roster(there.code, 40, 20, here.code)]
    const { whole, streets } = rates({ roster: both })
    expect(whole.learned).toEqual(shareOf({ count: 20, of: 40 }))
    expect(streets.map(({ learned }) => learned)).toEqual([whole.learned, whole.learned])
  })

  test('includes the communities of a street', () => {
    const { streets } = rates({ roster: roster('990101001003', 30, 3) })
    expect(streets.find(({ place }) => place === here)?.learned).toEqual(shareOf({ count: 3, of: 30 }))
  })

  test('hides a street of fewer than ten, and its neighbour that would give it away', () => {
    const { whole, streets } = rates({ roster: [...roster(here.code, 50, 5), ...roster(there.code, 9, 9)] })
    expect(whole.learned).toEqual(shareOf({ count: 14, of: 59 }))
    expect(streets.map(({ learned }) => learned.kind)).toEqual(['hidden', 'hidden'])
  })

  test('says nothing of fewer than ten devices without a roster', () => {
    const browsers = [{ code: here.code, browsers: 9 }]
    expect(rates({ browsers }).whole.browsers).toBeNull()
    expect(rates({ browsers: [{ code: here.code, browsers: 12 }] }).whole.browsers).toBe(12)
  })
})

test('tested is judged by the people behind it, not by their answers', () => {
  const quizzes = [
    { moduleId: 'a', code: here.code, learners: 9, passed: 9 },
    { moduleId: 'b', code: here.code, learners: 8, passed: 8 },
  ]
  const { whole } = rates({ quizzes, answers: [{ code: here.code, asked: 170, correct: 150 }] })
  expect([whole.passed.kind, whole.right.kind]).toEqual(['hidden', 'hidden'])
})

describe('aware', () => {
  test('is the published estimate of the place, and of a street its row', () => {
    const { whole, streets } = rates({}, [published])
    expect(whole.aware).toMatchObject({ isOwn: true, words: { value: '78.0', n: 520 }, target: 85 })
    expect(streets.map(({ aware }) => aware?.words)).toMatchObject([{ value: '74.0' }, { value: '82.0' }])
  })

  test('of a hidden street stays hidden, and is null where nothing is published', () => {
    const domains = { street: [hiddenStreet(here.code), hiddenStreet(there.code)], sex: [], age: [] }
    const { streets } = rates({}, [{ ...published, result: resultOf({ domains }) }])
    expect(streets.map(({ aware }) => aware?.words)).toEqual([{ kind: 'hidden' }, { kind: 'hidden' }])
    expect(rates({}).whole.aware).toBeNull()
  })

  test('of a survey that is no sample has no interval and no target', () => {
    const result = resultOf({ wave: { tier: 'Q' } })
    expect(rates({}, [{ ...published, result }]).whole.aware).toMatchObject({ words: { interval: null }, target: null })
  })
})

describe('the gap in words', () => {
  const share = (percent: number) => shareOf({ count: percent, of: 100 })
  const aware = (value: number, half = 3, isSample = true) => ({
    isSample,
    words: {
      kind: 'percent' as const,
      n: 400,
      value: value.toFixed(1),
      interval: { lower: (value - half).toFixed(1), upper: (value + half).toFixed(1) },
    },
  })

  test.each<[string, Parameters<typeof gapsOf>[0], Gap[]]>([
    ['nothing published', { learned: share(90), right: share(90), aware: null }, ['notSurveyed']],
    ['no sample', { learned: share(90), right: share(90), aware: aware(40, 3, false) }, ['notASample']],
    ['many learned, few aware', { learned: share(90), right: share(70), aware: aware(50) }, ['learnedNotAware']],
    ['few learned, many aware', { learned: share(10), right: share(70), aware: aware(88) }, ['awareNotLearned']],
    ['learners know, residents do not', { learned: share(70), right: share(90), aware: aware(50) }, ['testedNotAware']],
    ['learned but not right', { learned: share(90), right: share(50), aware: aware(70) }, ['learnedNotTested']],
    ['all low', { learned: share(5), right: share(50), aware: aware(50) }, ['allLow']],
    ['all high', { learned: share(85), right: share(90), aware: aware(88) }, ['allHigh']],
    [
      'an interval that reaches over the line',
      { learned: share(90), right: share(70), aware: aware(58) },
      ['noContrast'],
    ],
    ['too few people', { learned: shareOf({ count: 9, of: 12 }), right: share(70), aware: aware(50) }, ['tooFew']],
  ])('%s', (_, given, said) => {
    expect(gapsOf(given)).toEqual(said)
  })
})
