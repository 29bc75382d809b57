import { expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const PLAN = 'plans/riverside/plan.yaml'
const CHINESE = 'plans/riverside/zh-CN.yaml'
const ENGLISH = 'plans/riverside/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

const cases: Case[] = [
  [
    'an id that is not the folder’s name',
    (c) => c.set(PLAN, 'id', 'hillside'),
    `${PLAN} › id: expected the folder's name, riverside. Make the id and the folder name the same.`,
  ],
  [
    'more than everybody',
    (c) => c.set(PLAN, 'indicators.0.value', 105),
    `${PLAN} › indicators.publicAwareness.value: expected a percentage from 0 to 100. Correct 105.`,
  ],
  [
    'fewer than nobody',
    (c) => c.set(PLAN, 'indicators.1.value', -5),
    `${PLAN} › indicators.1.value: expected at least 0. Write a larger number.`,
  ],
  [
    'a baseline of more than everybody',
    (c) => c.set(PLAN, 'baselines.0.value', 101),
    `${PLAN} › baselines.awareness-before.value: expected a percentage from 0 to 100. Correct 101.`,
  ],
  [
    'a percentage with a sign',
    (c) => c.set(PLAN, 'indicators.0.value', '80%'),
    `${PLAN} › indicators.0.value: expected a number. Compare this place with the example in content/README.md.`,
  ],
  [
    'a unit that there is not',
    (c) => c.set(PLAN, 'indicators.1.unit', 'families'),
    `${PLAN} › indicators.1.unit: expected one of percent, people, personTimes, places, times, lessons. Use one of these words exactly.`,
  ],
  [
    'a comparison in signs',
    (c) => c.set(PLAN, 'indicators.0.comparison', '>='),
    `${PLAN} › indicators.0.comparison: expected one of atLeast, atMost. Use one of these words exactly.`,
  ],
  [
    'an indicator that does not say whether it binds',
    (c) => c.remove(PLAN, 'indicators.0.binding'),
    `${PLAN} › indicators.0.binding: expected true or false. Compare this place with the example in content/README.md.`,
  ],
  [
    'a definition that nobody wrote down, not even as null',
    (c) => c.remove(PLAN, 'indicators.0.definition'),
    `${PLAN} › indicators.0.definition: expected text. Write the text here; put quotes around a number, true, false or text with ": " in it.`,
  ],
  [
    'a definition without words',
    (c) => c.set(ENGLISH, 'definitions', {}),
    `${ENGLISH} › definitions: expected an entry present-all-day, as the structure file has it. Add present-all-day here.`,
  ],
  [
    'a part of the people without words',
    (c) => c.set(CHINESE, 'among', {}),
    `${CHINESE} › among: expected an entry wardens, as the structure file has it. Add wardens here.`,
  ],
  [
    'an indicator twice',
    (c) => c.set(PLAN, 'indicators.2', indicator('publicAwareness')),
    `${PLAN} › indicators: expected each id once. Remove or rename the second publicAwareness.`,
  ],
  [
    'a baseline twice',
    (c) =>
      c.set(PLAN, 'baselines.1', {
        id: 'awareness-before',
        indicator: 'publicAwareness',
        value: 1,
        unit: 'percent',
        usable: true,
      }),
    `${PLAN} › baselines: expected each id once. Remove or rename the second awareness-before.`,
  ],
  [
    'a baseline of an indicator that the plan does not set',
    (c) => c.set(PLAN, 'baselines.0.indicator', 'educationRate'),
    `${PLAN} › baselines.awareness-before.indicator: expected an indicator of this plan. educationRate does not exist.`,
  ],
  [
    'a baseline without its explanation',
    (c) => c.set(CHINESE, 'baselines', {}),
    `${CHINESE} › baselines: expected an entry awareness-before, as the structure file has it. Add awareness-before here.`,
  ],
  [
    'an indicator without a name',
    (c) => c.remove(CHINESE, 'indicators.handsOnPeople'),
    `${CHINESE} › indicators: expected an entry handsOnPeople, as the structure file has it. Add handsOnPeople here.`,
  ],
  [
    'a mark that needs a source',
    (c) => c.remove(PLAN, 'sources'),
    `${PLAN} › marks: expected a source, as it is marked V. Add the source, or mark it G.`,
  ],
  [
    'a year of another age',
    (c) => c.set(PLAN, 'targetYear', 25),
    `${PLAN} › targetYear: expected at least 2000. Write a larger number.`,
  ],
]

test.each(cases)('%s', (_, breakIt, line) => {
  expect(faultsAfter(breakIt)).toEqual([`content/${line}`])
})

function indicator(id: string) {
  return { id, comparison: 'atLeast', value: 1, unit: 'percent', binding: false, definition: null }
}
