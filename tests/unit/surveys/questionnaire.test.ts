import { describe, expect, test } from 'vitest'
import { questionnaire, readAnswers, scoreAnswers } from '#app/measure/surveys/questionnaire'
import { mini } from '../../support/fixture-catalog'

const SEEDS = Array.from({ length: 300 }, (_, n) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const shown = (seed: string) => questionnaire(mini, seed, 'zh-CN', new Map())

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('the questionnaire', () => {
  test('shows 不清楚 last under every item, whatever the seed', () => {
    for (const seed of SEEDS)
      for (const { options } of shown(seed).items) expect(options.at(-1)).toEqual({ id: 'unsure', text: '不清楚' })
  })

  test('shows every other option of an item once, in an order that differs between people', () => {
    const orders = SEEDS.map(
      (seed) =>
        shown(seed)
          .items[1]?.options.slice(0, -1)
          .map(({ id }) => id) ?? [],
    )
    for (const order of orders) expect(order.toSorted()).toEqual(['lock', 'open', 'shut'])
    expect(new Set(orders.map(String)).size).toBe(6)
  })

  test('shows the right answer first neither more nor less often than chance', () => {
    const first = SEEDS.filter((seed) => shown(seed).items[1]?.options[0]?.id === 'shut').length
    // A third of 300; beyond 3.29 standard deviations chance gets once in a thousand.
    expect(Math.abs(first - 100)).toBeLessThan(3.29 * Math.sqrt(300 * (1 / 3) * (2 / 3)))
  })

  test('is the same when the same person loads it again', () => {
    for (const seed of SEEDS) expect(shown(seed)).toEqual(shown(seed))
  })

  test('keeps the items in the instrument’s order', () => {
    for (const seed of SEEDS) expect(shown(seed).items.map(({ id }) => id)).toEqual(['m-1', 'm-2', 'm-3'])
  })

  test('has no key and no knowledge point in it', () => {
    expect(JSON.stringify(shown('any'))).not.toMatch(/correct|point|door\.f/)
    for (const item of shown('any').items)
      expect(Object.keys(item).toSorted()).toEqual(['chosen', 'id', 'options', 'stem'])
  })

  test('shows what was chosen before', () => {
    const { items } = questionnaire(mini, 'any', 'zh-CN', new Map([['m-2', 'unsure']]))
    expect(items.map(({ chosen }) => chosen)).toEqual([null, 'unsure', null])
  })

  test('falls back to Chinese and says in which language its text is', () => {
    expect(questionnaire(mini, 'any', 'en', new Map())).toMatchObject({ textLocale: 'zh-CN', title: '小问卷' })
  })
})

describe('readAnswers', () => {
  test('reads a choice an item; what is not there was left blank', () => {
    const read = readAnswers(form(['item.m-1', 'foot'], ['item.m-3', 'unsure'], ['region', 'x']), mini)
    expect(read).toEqual(
      new Map([
        ['m-1', 'foot'],
        ['m-3', 'unsure'],
      ]),
    )
    expect(readAnswers(form(), mini)).toEqual(new Map())
  })

  test.each<[string, ...[string, string][]]>([
    ['an item that does not exist', ['item.m-9', 'hand']],
    ['an option that does not exist', ['item.m-1', 'ghost']],
    ['an option of another item', ['item.m-1', 'shut']],
    ['an empty option', ['item.m-1', '']],
    ['two answers to one item', ['item.m-1', 'hand'], ['item.m-1', 'foot']],
    ['the same answer twice', ['item.m-1', 'hand'], ['item.m-1', 'hand']],
    ['the name of a built-in property', ['item.constructor', 'hand']],
    ['another such name', ['item.__proto__', 'unsure']],
    ['an item without a name', ['item.', 'unsure']],
  ])('refuses %s', (_, ...fields) => {
    expect(readAnswers(form(['item.m-2', 'shut'], ...fields), mini)).toBeNull()
  })

  test('refuses a file where a choice should be', () => {
    const data = form()
    data.append('item.m-1', new File(['hand'], 'hand'))
    expect(readAnswers(data, mini)).toBeNull()
  })
})

describe('scoreAnswers', () => {
  test('gives one row an item; blank and 不清楚 are not correct', () => {
    const answers = new Map([
      ['m-1', 'hand'],
      ['m-2', 'unsure'],
    ])
    expect(scoreAnswers(mini, answers)).toEqual([
      { itemId: 'm-1', optionId: 'hand', correct: true },
      { itemId: 'm-2', optionId: 'unsure', correct: false },
      { itemId: 'm-3', optionId: null, correct: false },
    ])
  })

  test('choosing 不清楚 everywhere scores nothing', () => {
    const unsure = new Map(Object.keys(mini.items).map((id) => [id, 'unsure']))
    expect(scoreAnswers(mini, unsure).filter(({ correct }) => correct)).toEqual([])
  })
})
