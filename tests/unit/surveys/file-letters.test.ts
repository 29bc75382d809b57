import { describe, expect, test } from 'vitest'
import type { Instrument } from '#app/content/schema'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { type AnswerReader, answerReader } from '#app/measure/surveys/file-answer'
import { guessMapping } from '#app/measure/surveys/file-mapping'
import { tableDoubts, tableFaults } from '#app/measure/surveys/file-shift'
import { catalogAt } from '../../support/fixture-catalog'
import { stemsIn } from '../../support/survey-files'
import { lettersOfPeople, slipped } from '../../support/survey-letters'

const { instruments } = catalogAt('.')
const core20 = instruments.find(({ id }) => id === 'core-20') ?? expect.unreachable('core-20 has gone')
const SEEDS = Array.from({ length: 6 }, (_, at) => `people ${at}`)

const known = new Map(
  instruments.map((instrument) => {
    const titles = stemsIn(instrument)
    return [instrument, { titles, mapping: guessMapping(titles, instrument), read: remembering(instrument) }]
  }),
)

/** Letters are few: each is read once. */
function remembering(instrument: Instrument): AnswerReader {
  const read = answerReader(instrument)
  const seen = new Map<string, ReturnType<AnswerReader>>()
  return (itemId, cell) => {
    const answer = seen.get(`${itemId} ${cell}`) ?? read(itemId, cell)
    seen.set(`${itemId} ${cell}`, answer)
    return answer
  }
}

function judge(instrument: Instrument, people: readonly string[][]) {
  const { titles, mapping, read } = known.get(instrument) ?? expect.unreachable('a form that is not known')
  const table = { titles, rows: people.map((cells, row) => ({ number: row + 2, cells })) }
  const given = [table, mapping, instrument, read] as const
  return { faults: tableFaults(...given), doubts: tableDoubts(...given) }
}
const doubtsIn = (people: readonly string[][]) => judge(core20, people).doubts.map(({ doubt }) => doubt)

describe('letters that have slipped by one', () => {
  test.each([0.9, 0.7, 0.55])('are refused where people know %d of the items, in both directions', (know) => {
    for (const seed of SEEDS) {
      const people = lettersOfPeople(core20, { rows: 200, seed, know })
      const [fault] = judge(core20, slipped(people)).faults.filter(({ problem }) => problem === 'slipped')
      expect(fault).toMatchObject({ problem: 'slipped' })
      if (fault?.problem === 'slipped') {
        expect(fault.looksLike).toBe(fault.item + 1)
        expect(fault.columns.length).toBeGreaterThan(10)
      }
      const back = people.map((cells) => ['', ...cells.slice(0, -1)])
      const [other] = judge(core20, back).faults.filter(({ problem }) => problem === 'slipped')
      if (other?.problem !== 'slipped') return expect.unreachable('not refused')
      expect(other.looksLike).toBe(other.item - 1)
    }
  })

  test('are refused where only those from one column on have, and only these are named', () => {
    const form = instruments.find(({ id }) => id === 'core-20-b') ?? expect.unreachable('core-20-b has gone')
    for (const seed of SEEDS) {
      const people = lettersOfPeople(form, { rows: 100, seed, know: 0.75 })
      const [fault] = judge(form, slipped(people, 9)).faults.filter(({ problem }) => problem === 'slipped')
      if (fault?.problem !== 'slipped') return expect.unreachable('not refused')
      expect(Math.min(...fault.columns)).toBeGreaterThan(9)
    }
  })

  test('are only doubtful where too few say so: few people, or few columns whose right letters differ', () => {
    const few = judge(core20, slipped(lettersOfPeople(core20, { rows: 20, seed: 'few', know: 0.8 })))
    expect(few.faults.filter(({ problem }) => problem === 'slipped')).toEqual([])
    expect(few.doubts.map(({ doubt }) => doubt)).toContain('slip')
    const half = judge(core20, slipped(lettersOfPeople(core20, { rows: 100, seed: 'half', know: 0.75 }), 9))
    expect(half.faults.filter(({ problem }) => problem === 'slipped')).toEqual([])
    expect(half.doubts.map(({ doubt }) => doubt)).toContain('slip')
  })

  test('are refused or doubtful, never silent, where people know little', () => {
    for (const seed of SEEDS) {
      const { faults, doubts } = judge(core20, slipped(lettersOfPeople(core20, { rows: 100, seed, know: 0.3 })))
      expect(faults.length + doubts.length).toBeGreaterThan(0)
    }
  })
})

describe('honest letters', () => {
  test.each([
    ['of people who know much', { know: 0.85 }],
    ['of people who know little', { know: 0.2 }],
    ['of people who know nothing and guess', { know: 0, unsure: 0 }],
    ['of people whom half of the items mislead', { know: 0.25, misled: 0.5 }],
    ['of people who all say 不清楚', { know: 0, unsure: 1 }],
  ])('%s are never refused, be they few or many, on any form', (_, people) => {
    for (const instrument of instruments)
      for (const rows of [1, 12, 30, 100])
        for (const seed of SEEDS)
          expect(judge(instrument, lettersOfPeople(instrument, { rows, seed, ...people })).faults).toEqual([])
  })

  test('of people who know something, of few and of people who say 不清楚, raise no doubt either', () => {
    for (const seed of SEEDS) {
      expect(doubtsIn(lettersOfPeople(core20, { rows: 200, seed, know: 0.6 }))).toEqual([])
      expect(doubtsIn(lettersOfPeople(core20, { rows: 5, seed, know: 0.1 }))).toEqual([])
    }
    expect(doubtsIn(lettersOfPeople(core20, { rows: 200, seed: 'x', know: 0, unsure: 1 }))).toEqual([])
  })

  test('that are no better than drawing lots are doubtful, for they may mean other options', () => {
    expect(doubtsIn(lettersOfPeople(core20, { rows: 200, seed: 'x', know: 0, unsure: 0 }))).toEqual(['chance'])
  })
})

describe('a column', () => {
  const people = lettersOfPeople(core20, { rows: 40, seed: 'column', know: 0.8 })
  const withColumn = (at: number, cellOf: (row: number) => string) =>
    people.map((cells, row) => cells.with(at, cellOf(row)))

  test('with letters that its item does not have is refused by name; a slip of the pen and a code for none are not', () => {
    const faultsOf = (cellOf: (row: number) => string) => judge(core20, withColumn(4, cellOf)).faults
    expect(faultsOf((row) => ['A', 'E', 'F', 'C'][row % 4] ?? '')).toEqual([
      expect.objectContaining({ problem: 'beyond', column: 5, item: 5, cells: 20, said: 'E F' }),
    ])
    expect(faultsOf((row) => String(30 + (row % 9)))).toMatchObject([{ problem: 'beyond', cells: 40 }])
    expect(faultsOf((row) => (row < 2 ? 'E' : 'A'))).toEqual([])
    expect(faultsOf((row) => (row % 3 === 0 ? '9' : 'A'))).toEqual([])
  })

  test('of one and the same wrong letter is doubtful; of the right one, or of 不清楚, it is not', () => {
    const [item = ''] = itemIdsOf(core20)
    const read = answerReader(core20)
    const isRight = (letter: string) => core20.items[item]?.correct.includes(read(item, letter).options?.[0] ?? '')
    for (const letter of ['A', 'B', 'C', 'D'])
      expect(
        judge(
          core20,
          withColumn(0, () => letter),
        ).doubts,
      ).toEqual(letter === 'D' || isRight(letter) ? [] : [{ doubt: 'oneLetter', columns: [1] }])
  })

  test('without a single answer is doubtful, unless there are only few rows', () => {
    const blank = withColumn(6, () => '')
    expect(judge(core20, blank).doubts).toEqual([{ doubt: 'blank', columns: [7] }])
    expect(judge(core20, blank.slice(0, 9)).doubts).toEqual([])
  })
})
