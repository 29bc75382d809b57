import { describe, expect, test } from 'vitest'
import { drawPaper, type FrozenItem } from '#app/learn/quiz/draw-paper'
import { gradePaper, isCorrect } from '#app/learn/quiz/grade'
import { seededRandom, shuffle } from '#app/statistics/seeded-random'
import { door, questionOf } from '../../support/fixture-catalog'

const WHOLE_BANK: FrozenItem[] = Object.keys(door.questions).map((questionId) => ({
  questionId,
  options: (({ type, ...rest }) => ('options' in rest ? rest.options : ['right', 'wrong']))(
    questionOf(door, questionId),
  ),
}))
const KEYS = new Map(Object.entries(door.questions).map(([id, { correct }]) => [id, [...correct]]))

const grade = (responses: ReadonlyMap<string, string[]>, passMark = 80, items = WHOLE_BANK) =>
  gradePaper(door, items, responses, passMark)

describe('isCorrect', () => {
  test('nothing ticked is wrong for every type', () => {
    for (const question of Object.values(door.questions)) expect(isCorrect(question, [])).toBe(false)
  })

  test.each([
    ['the exact set', ['heat', 'smoke', 'time'], true],
    ['the exact set in another order', ['time', 'heat', 'smoke'], true],
    ['everything', ['heat', 'smoke', 'time', 'noise'], false],
    ['one too few', ['heat', 'smoke'], false],
    ['one of them wrong', ['heat', 'smoke', 'noise'], false],
    ['an option that does not exist beside the set', ['heat', 'smoke', 'time', 'ghost'], false],
  ])('of several answers, %s (%j) is graded %s', (_, response, expected) => {
    expect(isCorrect(questionOf(door, 'door-7'), response)).toBe(expected)
  })

  test.each([
    ['the exact order', ['keys', 'leave', 'pull'], true],
    ['two steps exchanged', ['leave', 'keys', 'pull'], false],
    ['reversed', ['pull', 'leave', 'keys'], false],
    ['the beginning only', ['keys', 'leave'], false],
    ['a step twice', ['keys', 'leave', 'leave', 'pull'], false],
    ['the ids joined into one', ['keys,leave,pull'], false],
  ])('of an order, %s (%j) is graded %s', (_, response, expected) => {
    expect(isCorrect(questionOf(door, 'door-8'), response)).toBe(expected)
  })

  test('of a single choice, the right one and another is wrong', () => {
    expect(isCorrect(questionOf(door, 'door-1'), ['back'])).toBe(true)
    expect(isCorrect(questionOf(door, 'door-1'), ['back', 'palm'])).toBe(false)
  })
})

describe('gradePaper', () => {
  test('a blank paper scores 0 and does not pass', () => {
    expect(grade(new Map())).toMatchObject({ correctCount: 0, itemCount: 14, scorePercent: 0, passed: false })
  })

  test('ticking everything scores 0 wherever there is a wrong option to tick', () => {
    const everything = new Map(WHOLE_BANK.map(({ questionId, options }) => [questionId, [...options]]))
    const marks = grade(everything).marks.filter(({ questionId }) => questionOf(door, questionId).type !== 'ordering')
    expect(marks).toHaveLength(12)
    expect(marks.filter(({ correct }) => correct)).toEqual([])
  })

  test('the keys score 100 and pass', () => {
    expect(grade(KEYS)).toMatchObject({ correctCount: 14, scorePercent: 100, passed: true })
  })

  test('marks stand in the order of the paper, one an item, each with what was answered', () => {
    const items = WHOLE_BANK.slice(0, 3).reverse()
    expect(grade(new Map([['door-1', ['palm']]]), 80, items).marks).toEqual([
      { questionId: 'door-3', response: [], correct: false },
      { questionId: 'door-2', response: [], correct: false },
      { questionId: 'door-1', response: ['palm'], correct: false },
    ])
  })

  test('answers to questions outside the paper count nothing', () => {
    expect(grade(KEYS, 80, WHOLE_BANK.slice(0, 1))).toMatchObject({ correctCount: 1, itemCount: 1 })
  })

  test('a paper without items is not passed', () => {
    expect(grade(KEYS, 1, [])).toMatchObject({ scorePercent: 0, passed: false })
  })

  test('a question that this version of the module does not have is our own mistake', () => {
    expect(() => grade(KEYS, 80, [{ questionId: 'door-gone', options: [] }])).toThrow(
      `door@${door.version} has no question`,
    )
  })
})

describe('the pass mark is compared in whole numbers', () => {
  test.each([
    [8, 10, 80, true],
    [7, 10, 80, false],
    [4, 5, 80, true],
    [7, 10, 70, true],
    [2, 3, 67, false],
    [2, 3, 66, true],
    [1, 7, 15, false],
    [1, 7, 14, true],
    [14, 14, 100, true],
    [13, 14, 100, false],
  ])('%i right of %i at a pass mark of %i passes: %s', (right, of, passMark, expected) => {
    const items = WHOLE_BANK.slice(0, of)
    const responses = new Map([...KEYS].slice(0, right))
    const result = grade(responses, passMark, items)
    expect(result.correctCount).toBe(right)
    expect(result.passed).toBe(expected)
  })

  test('the percentage is rounded down, so that it never claims a mark that was not reached', () => {
    expect(grade(new Map([...KEYS].slice(0, 2)), 67, WHOLE_BANK.slice(0, 3))).toMatchObject({
      scorePercent: 66,
      passed: false,
    })
  })
})

test('guessing at random earns about the sum of the chances, and nothing more', () => {
  let score = 0
  let expected = 0
  let variance = 0
  for (let paper = 0; paper < 800; paper++) {
    const items = drawPaper(door, `guessed ${paper}`)
    const random = seededRandom(`guess ${paper}`)
    const guesses = items.map(({ questionId, options }) => guess(questionId, options, random))
    score += grade(new Map(guesses.map(({ questionId, response }) => [questionId, response])), 80, items).correctCount
    for (const { chance } of guesses) {
      expected += chance
      variance += chance * (1 - chance)
    }
  }
  expect(score / 8000).toBeLessThan(0.35)
  expect(Math.abs(score - expected)).toBeLessThan(3.29 * Math.sqrt(variance))
})

/** One of all possible answers, each as likely as any other, and how likely that is to be right. */
function guess(questionId: string, options: readonly string[], random: () => number) {
  const { type } = questionOf(door, questionId)
  const shuffled = shuffle(options, random)
  if (type === 'ordering')
    return { questionId, response: shuffled, chance: 1 / options.reduce((product, _, n) => product * (n + 1), 1) }
  if (type !== 'multiple') return { questionId, response: shuffled.slice(0, 1), chance: 1 / options.length }
  const set = 1 + Math.floor(random() * (2 ** options.length - 1))
  return { questionId, response: options.filter((_, n) => set & (2 ** n)), chance: 1 / (2 ** options.length - 1) }
}
