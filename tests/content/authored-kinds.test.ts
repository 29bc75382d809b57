/** What the curriculum says, written down once more by hand, so that a slip in content/ is not repeated by its test. */
import { describe, expect, test } from 'vitest'
import { catalogAt } from '../support/fixture-catalog'

const catalog = catalogAt(process.cwd())
const { skills, programmes, keyAudiences, campaigns, checklists, plans } = catalog

describe('skill sheets (curriculum 4)', () => {
  test.each([
    ['extinguisher-live-fire', 'extinguisher', 1, 60, [10, 10, 15, 15, 15, 20, 10, 5], ['k1', 'k3', 'k4', 'k5', 'k6']],
    [
      'hydrant-live-water',
      'indoor-hydrant',
      2,
      90,
      [10, 5, 15, 20, 10, 10, 15, 15],
      ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'],
    ],
  ])('%s has its people, time, points and fatal steps', (id, module, people, seconds, points, fatal) => {
    const sheet = skills.find((skill) => skill.id === id)
    expect(sheet).toMatchObject({ module, people, seconds, passMark: 80, minimumAge: 18, retests: 1, fatal })
    expect(sheet?.steps.map((step) => step.points)).toEqual(points)
  })
})

describe('one police, six workers (curriculum 1.1)', () => {
  const groups = programmes.find(({ id }) => id === 'one-police-six')?.groups ?? []

  test('requires of each group what its audience must learn, and both skills', () => {
    for (const { id, modules, skills: shown } of groups) {
      expect(modules, id).toEqual(catalog.audiences[id]?.required)
      expect(shown, id).toEqual(['extinguisher-live-fire', 'hydrant-live-water'])
    }
  })

  test('counts the third group apart in the two districts that name it differently', () => {
    const different = groups.filter(({ variants }) => variants.length > 0)
    expect(different.map(({ id, variants }) => [id, variants])).toEqual([
      [
        'patrol-officer',
        [
          { plan: 'tongzhou', countedApart: true },
          { plan: 'mentougou', countedApart: true },
        ],
      ],
    ])
  })

  test('holds for a year, and for half a year where the public gathers', () => {
    expect(programmes.map(({ validity }) => validity)).toEqual([{ months: 12, publicGatheringPlaces: 6 }])
  })
})

test('the key audiences are the fifteen of curriculum 1.3, and each may be one that the home page knows', () => {
  expect(keyAudiences.audiences.map(({ id }) => id)).toEqual([
    'gov-leader',
    'enterprise-head',
    'fire-manager',
    'grid-worker',
    'landlord',
    'control-operator',
    'station-chief',
    'student',
    'elderly',
    'volunteer',
    'young-teacher',
    'renter-migrant',
    'rider',
    'stay-operator',
    'party-cadre-training',
  ])
})

describe('campaigns (curriculum 1.2 and 5)', () => {
  test('follow the five lines', () => {
    expect(campaigns.lines.map(({ id }) => id)).toEqual(['enterprise', 'rural', 'community', 'school', 'family'])
  })

  test('fill the year with the ten presets', () => {
    expect(campaigns.presets.map(({ id, windows }) => [id, windows])).toEqual([
      ['month-119', [{ from: '11-01', to: '11-30' }]],
      ['first-lesson-open', [days('02-01', '03-31'), days('09-01', '09-30')]],
      ['first-lesson-winter', [days('01-01', '02-29')]],
      ['first-lesson-summer', [days('06-21', '07-31')]],
      ['summer', [days('06-01', '08-31')]],
      ['winter-spring', [days('11-01', '03-31')]],
      ['spring-festival', [{ festival: 'spring-festival', daysBefore: 15, daysAfter: 14 }]],
      ['qingming', [days('03-01', '05-31')]],
      ['may-oct-holiday', [days('04-21', '05-05'), days('09-21', '10-07')]],
      ['open-day-1', [days('05-12', '05-12'), { week: 'last', weekday: 'monday', month: 3 }]],
    ])
  })

  test('leave the theme of 2026 open', () => {
    expect(campaigns.presets[0]?.openPoints).toEqual(['theme-2026'])
    expect(campaigns.words['zh-CN'].presets['month-119']?.openPoints['theme-2026']).toContain('没有核实')
  })
})

describe('checklists (curriculum 6)', () => {
  test.each([
    ['home', ['h4', 'h5']],
    ['small-place', ['s1', 's2', 's11', 's13']],
    ['organization', ['u6', 'u7', 'u9', 'u12']],
  ])('of %s, what is put right at once', (id, onTheSpot) => {
    const items = checklists.find((checklist) => checklist.id === id)?.items ?? []
    expect(items.filter((item) => item.onTheSpot).map((item) => item.id)).toEqual(onTheSpot)
  })

  test('what rests on a draft is not called a rule', () => {
    const small = checklists.find(({ id }) => id === 'small-place')
    expect(small?.items.filter(({ marks }) => marks).map(({ id, marks }) => [id, marks])).toEqual([['s12', ['D', 'V']]])
    expect(small?.words['zh-CN'].items.s12?.mend).toMatch(/报批稿（尚未施行）建议/)
  })
})

describe('plans (curriculum 1.4)', () => {
  const targets = (indicator: string) =>
    Object.fromEntries(
      plans.flatMap(({ id, indicators }) => {
        const found = indicators.find((one) => one.id === indicator)
        return found ? [[id, found.value]] : []
      }),
    )

  test('set what the table has and nothing where it says “not set”', () => {
    expect(targets('publicAwareness')).toEqual({ tongzhou: 85, heping: 80, laiyuan: 90, lianzhou: 95 })
    expect(targets('educationRate')).toEqual({ tongzhou: 80, laiyuan: 80, lianzhou: 90 })
    expect(targets('trainingRate')).toEqual({ tongzhou: 100, laiyuan: 100, lianzhou: 100 })
    expect(targets('handsOnPeople')).toEqual({ mentougou: 5000 })
    expect(targets('platformUse')).toEqual({ heping: 5 })
    expect(plans.flatMap(({ indicators }) => indicators).every(({ value }) => value > 0)).toBe(true)
  })

  test('reach to the years they name', () => {
    expect(Object.fromEntries(plans.map(({ id, targetYear }) => [id, targetYear]))).toEqual({
      tongzhou: 2025,
      mentougou: 2030,
      heping: 2025,
      laiyuan: 2025,
      lianzhou: 2025,
    })
  })

  test('bind in one place only, and define nothing that they do not define', () => {
    const all = plans.flatMap(({ id, indicators }) => indicators.map((one) => ({ plan: id, ...one })))
    expect(all.filter(({ binding }) => binding).map(({ plan, id }) => [plan, id])).toEqual([
      ['tongzhou', 'publicAwareness'],
    ])
    expect(all.filter(({ definition }) => definition !== null)).toEqual([])
  })

  test('the hundred per cent of Lianzhou is no baseline', () => {
    const [baseline] = plans.find(({ id }) => id === 'lianzhou')?.baselines ?? []
    expect(baseline).toMatchObject({ indicator: 'publicAwareness', value: 100, usable: false })
  })
})

test('everything authored has a version of its own', () => {
  const versions = [...skills, ...programmes, keyAudiences, campaigns, ...checklists, ...plans].map(
    (one) => one.version,
  )
  for (const version of versions) expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(new Set(versions).size).toBe(versions.length)
})

function days(from: string, to: string) {
  return { from, to }
}
