import { describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { plainNumbers } from '#app/measure/awareness/plain-numbers'
import {
  breaksBetween,
  changeBetween,
  newestPublished,
  type Published,
  publishedFor,
} from '#app/measure/awareness/published'
import { publishedPage } from '#app/measure/awareness/published-page'
import { type Changes, figureOf, hiddenStreet, resultOf } from '../../support/estimates'

const district = { regionId: 'district', regionCode: '990101000000', level: 'district' as const }
const here = { regionId: 'here', regionCode: '990101001000', level: 'street' as const }

const published = (id: string, place: typeof district | typeof here, changes: Changes = {}): Published => ({
  id,
  waveId: id,
  ...place,
  note: '',
  publishedAt: new Date('2026-11-20T01:00:00Z'),
  result: resultOf(changes),
})

const pageOf = (changes: Changes = {}, before: Published[] = []) => {
  const page = publishedPage({ catalog, published: [...before, published('now', district, changes)], locale: 'zh-CN' })
  if (!page) throw new Error('nothing is published')
  return page
}

describe('which estimate speaks', () => {
  test('the public page is about the newest of the widest place', () => {
    const list = [published('old', district), published('new', district), published('street', here)]
    expect(newestPublished(list)?.id).toBe('new')
    expect(newestPublished([])).toBeNull()
  })

  test('a place has its own estimate, or else its row in a wider one, or nothing', () => {
    const list = [published('whole', district)]
    expect(publishedFor(list, { id: 'here', code: here.regionCode })).toMatchObject({
      kind: 'row',
      row: { hidden: false },
    })
    expect(publishedFor([...list, published('own', here)], { id: 'here', code: here.regionCode })).toMatchObject({
      kind: 'own',
      published: { id: 'own' },
    })
    expect(publishedFor(list, { id: 'far', code: '990101009000' })).toBeNull()
  })
})

describe('what can be compared', () => {
  const now = resultOf()
  test('the same questions, people, way of asking and computing can', () => {
    expect(breaksBetween(resultOf(), now)).toEqual([])
  })

  test.each<[string, Changes, string[]]>([
    ['other evidence', { wave: { tier: 'Q' } }, ['tier']],
    ['other ages', { wave: { ageTo: 80 } }, ['frame']],
    ['another mode', { wave: { modes: ['phone'] } }, ['mode']],
    ['other weights', { about: { settings: { ...now.about.settings, weighting: 'none' } } }, ['method']],
    [
      'a question less',
      { about: { instrument: { ...now.about.instrument, items: now.about.instrument.items.slice(1) } } },
      ['instrument'],
    ],
  ])('%s cannot', (_, changes, why) => {
    expect(breaksBetween(resultOf(changes), now)).toEqual(why)
    expect(changeBetween(resultOf(changes), now)).toBeNull()
  })

  test('up or down is said only when the interval of the difference leaves out 0', () => {
    expect(changeBetween(resultOf({ overall: figureOf(0.6) }), now)).toBe('up')
    expect(changeBetween(resultOf({ overall: figureOf(0.9) }), now)).toBe('down')
    expect(changeBetween(resultOf({ overall: figureOf(0.77) }), now)).toBe('none')
    expect(changeBetween(null, now)).toBeNull()
  })
})

describe('the first sentence', () => {
  const interval = { lower: 0.741, upper: 0.819, confidence: 0.95, method: 'logit' }
  test('says whole numbers', () => {
    expect(plainNumbers({ value: 0.7804, interval }, 85)).toEqual({ value: '78', lower: '74', upper: '82' })
  })
  test('says a decimal where rounding would reach the target', () => {
    expect(plainNumbers({ value: 0.8471, interval }, 85)).toMatchObject({ value: '84.7' })
    expect(plainNumbers({ value: 0.85, interval }, 85)).toMatchObject({ value: '85' })
  })
  test('says neither all nor nobody of what is not quite', () => {
    expect(plainNumbers({ value: 0.998, interval: null }, null)).toEqual({ value: '99', lower: null, upper: null })
    expect(plainNumbers({ value: 0.001, interval: null }, null)).toMatchObject({ value: '1' })
  })
})

describe('the page', () => {
  test('shows what fewest know first, by the name of the knowledge point, with the way to its lesson', () => {
    const { points } = pageOf()
    expect(points[0]).toMatchObject({ key: 'core-01', words: { value: '62.0' } })
    expect(points[0]?.href).toMatch(/^\/modules\/call-119#/)
    expect(points[0]?.label).toBe(catalog.modules.find(({ id }) => id === 'call-119')?.words['zh-CN'].facts.f3?.label)
  })

  test('gives no figure for an item that is not reliable, and puts it last', () => {
    const items = resultOf().items.map((item, at) => (at === 0 ? { ...item, reliable: false } : item))
    const last = pageOf({ items }).points.at(-1)
    expect(last).toMatchObject({ key: 'core-01', isReliable: false, words: { kind: 'none' }, drawn: null })
  })

  test('orders streets by name and leaves no number in a hidden one', () => {
    const { street } = resultOf().domains
    const streets = { street: [hiddenStreet('990101001000'), ...street.slice(0, 1)], sex: [], age: [] }
    const page = pageOf({ domains: streets })
    expect(page.streets.map(({ name }) => name)).toEqual(['河湾街道', '梧桐街道'])
    expect(page.streets[1]).toMatchObject({ n: null, overall: { words: { kind: 'hidden' }, drawn: null } })
    expect(JSON.stringify(page.streets[1])).not.toMatch(/0\.\d|"value":"\d/)
  })

  test('marks a break in the trend, and says no change across it', () => {
    const page = pageOf({}, [published('before', district, { wave: { modes: ['phone'], fieldTo: '2026-05-01' } })])
    expect(page.trend.map(({ breaks }) => breaks)).toEqual([[], ['mode']])
    expect(page.change).toBeNull()
  })

  test('gives neither interval nor verdict of a survey that is no sample, whatever the result holds', () => {
    const page = pageOf({ wave: { tier: 'Q' } })
    expect(page.verdict?.key).toBe('withheld')
    expect(page.plain).toEqual({ value: '78', lower: null, upper: null })
    expect(JSON.stringify(page)).not.toMatch(/"interval":\{|"lower":\d/)
  })

  test('does not send the hashes of the questions', () => {
    expect(JSON.stringify(pageOf())).not.toContain('hash of')
  })
})
