import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const CAMPAIGNS = 'campaigns/campaigns.yaml'
const CHINESE = 'campaigns/zh-CN.yaml'
const ENGLISH = 'campaigns/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, breakIt, line) => {
    expect(faultsAfter(breakIt)).toEqual([`content/${line}`])
  })
}

const window = (value: unknown) => (content: Copy) => content.set(CAMPAIGNS, 'presets.0.windows.0', value)

describe('when in the year', () => {
  const WINDOW = `${CAMPAIGNS} › presets.door-day.windows.0: expected real days of the year. There is no`
  eachTells([
    ['the 31st of November', window({ from: '11-01', to: '11-31' }), `${WINDOW} 11-31.`],
    ['the 30th of February', window({ from: '02-30', to: '03-31' }), `${WINDOW} 02-30.`],
    ['a thirteenth month', window({ from: '13-01', to: '01-31' }), `${WINDOW} 13-01.`],
    [
      'a month in words',
      window({ from: 'November', to: '11-30' }),
      `${CAMPAIGNS} › presets.0.windows.0.from: expected a day of the year as month-day, such as 11-09. Correct this value.`,
    ],
    ['day nought', window({ from: '03-00', to: '03-31' }), `${WINDOW} 03-00.`],
  ])

  test.each([
    ['a beginning without an end', { from: '11-01' }],
    ['a weekday that there is not', { week: 'last', weekday: 'funday', month: 3 }],
    ['a festival that moves and is not known', { festival: 'dragon-boat', daysBefore: 1, daysAfter: 1 }],
  ])('%s is no window', (_, value) => {
    expect(faultsAfter(window(value))).toEqual([
      `content/${CAMPAIGNS} › presets.0.windows.0: expected days from and to, a weekday of a month, or days around the Spring Festival. Compare this place with the examples in content/README.md.`,
    ])
  })

  test.each([
    ['one day', { from: '11-09', to: '11-09' }],
    ['a winter over the new year', { from: '11-01', to: '03-31' }],
    ['the end of February in any year', { from: '01-01', to: '02-29' }],
    ['the first Sunday of a month', { week: 'first', weekday: 'sunday', month: 12 }],
  ])('%s is one', (_, value) => {
    expect(faultsAfter(window(value))).toEqual([])
  })

  test('without any window a preset is not whole', () => {
    expect(faultsAfter((content) => content.set(CAMPAIGNS, 'presets.0.windows', []))).toEqual([
      `content/${CAMPAIGNS} › presets.0.windows: expected at least 1 entry. Add what is missing.`,
    ])
  })
})

describe('what is referred to exists', () => {
  eachTells([
    [
      'a module of a line',
      (c) => c.set(CAMPAIGNS, 'lines.0.modules', ['gate']),
      `${CAMPAIGNS} › lines.family.modules: expected modules that exist. gate does not exist.`,
    ],
    [
      'an audience',
      (c) => c.set(CAMPAIGNS, 'presets.0.audiences', ['warden', 'strangers']),
      `${CAMPAIGNS} › presets.door-day.audiences: expected audiences of catalog.yaml, programmes or content/audiences, or publics of this file. strangers does not exist.`,
    ],
    [
      'the survey whose points come first',
      (c) => c.set(CAMPAIGNS, 'presets.0.pointsOf', 'maxi'),
      `${CAMPAIGNS} › presets.door-day.pointsOf: expected surveys of content/surveys. maxi does not exist.`,
    ],
    [
      'a plan',
      (c) => c.set(CAMPAIGNS, 'lines.0.indicators.0.plans', ['hillside']),
      `${CAMPAIGNS} › lines.family.indicators.publicAwareness.plans: expected plans of content/plans. hillside does not exist.`,
    ],
    [
      'an indicator that the plan does not set',
      (c) => c.set(CAMPAIGNS, 'lines.0.indicators.0.id', 'educationRate'),
      `${CAMPAIGNS} › lines.family.indicators.educationRate.plans: expected plans that set educationRate. The plan riverside does not: remove it here, or add the indicator there if the plan sets it.`,
    ],
    [
      'a source',
      (c) => c.set(CAMPAIGNS, 'presets.0.sources', [{ id: 'ghost' }]),
      `${CAMPAIGNS} › presets.door-day.sources: expected a source of content/sources.yaml. Add "ghost" to content/sources.yaml or correct its spelling.`,
    ],
    [
      'no source where one is claimed',
      (c) => c.remove(CAMPAIGNS, 'presets.0.sources'),
      `${CAMPAIGNS} › presets.door-day: expected a source, as it is marked v. Add the source, or mark it G.`,
    ],
  ])
})

describe('figures and ids', () => {
  eachTells([
    [
      'more than everything',
      (c) => c.set(CAMPAIGNS, 'presets.0.measures.0.target.value', 120),
      `${CAMPAIGNS} › presets.door-day.measures.doors.target.value: expected a percentage from 0 to 100. Correct 120.`,
    ],
    [
      'less than nothing',
      (c) => c.set(CAMPAIGNS, 'presets.0.measures.0.target.value', -1),
      `${CAMPAIGNS} › presets.0.measures.0.target.value: expected at least 0. Write a larger number.`,
    ],
    [
      'an indicator with a hyphen',
      (c) => c.set(CAMPAIGNS, 'lines.0.indicators.0.id', 'public-awareness'),
      `${CAMPAIGNS} › lines.0.indicators.0.id: expected an indicator: one word that begins with a small letter, such as publicAwareness. Correct this value.`,
    ],
    [
      'an audience twice',
      (c) => c.set(CAMPAIGNS, 'presets.0.audiences', ['warden', 'warden']),
      `${CAMPAIGNS} › presets.door-day.audiences: expected each id once. Remove or rename the second warden.`,
    ],
    [
      'a measure twice',
      (c) => c.set(CAMPAIGNS, 'lines.0.measures.1', { id: 'doors' }),
      `${CAMPAIGNS} › lines.family.measures: expected each id once. Remove or rename the second doors.`,
    ],
    [
      'an indicator twice',
      (c) => c.set(CAMPAIGNS, 'lines.0.indicators.1', { id: 'publicAwareness', plans: ['riverside'] }),
      `${CAMPAIGNS} › lines.family.indicators: expected each id once. Remove or rename the second publicAwareness.`,
    ],
    [
      'a public twice',
      (c) => c.set(CAMPAIGNS, 'publics.1', 'passers-by'),
      `${CAMPAIGNS} › publics: expected each id once. Remove or rename the second passers-by.`,
    ],
    [
      'a line twice',
      (c) => c.set(CAMPAIGNS, 'lines.1', { id: 'family', marks: ['G'], modules: ['door'] }),
      `${CAMPAIGNS} › lines: expected each id once. Remove or rename the second family.`,
    ],
    [
      'an open point twice',
      (c) => c.set(CAMPAIGNS, 'presets.0.openPoints.1', 'theme'),
      `${CAMPAIGNS} › presets.door-day.openPoints: expected each id once. Remove or rename the second theme.`,
    ],
    [
      'a preset twice',
      (c) =>
        c.set(CAMPAIGNS, 'presets.1', {
          id: 'door-day',
          marks: ['G'],
          windows: [{ from: '03-01', to: '03-02' }],
          audiences: ['warden'],
          modules: ['door'],
          openPoints: ['theme'],
        }),
      `${CAMPAIGNS} › presets: expected each id once. Remove or rename the second door-day.`,
    ],
  ])
})

describe('the words of both languages', () => {
  const MISSING = 'as the structure file has it. Add'
  eachTells([
    [
      'a public without a name',
      (c) => c.set(CHINESE, 'publics', {}),
      `${CHINESE} › publics: expected an entry passers-by, ${MISSING} passers-by here.`,
    ],
    [
      'a measure without a name',
      (c) => c.set(CHINESE, 'measures', {}),
      `${CHINESE} › measures: expected an entry doors, ${MISSING} doors here.`,
    ],
    [
      'a line without words',
      (c) => c.set(ENGLISH, 'lines', {}),
      `${ENGLISH} › lines: expected an entry family, ${MISSING} family here.`,
    ],
    [
      'a preset without words',
      (c) => c.set(ENGLISH, 'presets', {}),
      `${ENGLISH} › presets: expected an entry door-day, ${MISSING} door-day here.`,
    ],
    [
      'an open point that nobody explains',
      (c) => c.set(ENGLISH, 'presets.door-day.openPoints', {}),
      `${ENGLISH} › presets.door-day.openPoints: expected an entry theme, ${MISSING} theme here.`,
    ],
    [
      'a preset without anything to do',
      (c) => c.set(CHINESE, 'presets.door-day.actions', []),
      `${CHINESE} › presets.door-day.actions: expected at least 1 entry. Add what is missing.`,
    ],
  ])
})
