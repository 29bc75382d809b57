import { expect, test } from 'vitest'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { columnDoubts, otherTitles } from '#app/measure/surveys/file-columns'
import { guessMapping, itemTarget, type Mapping } from '#app/measure/surveys/file-mapping'
import { catalogAt } from '../../support/fixture-catalog'
import { stemsIn } from '../../support/survey-files'

const { instruments } = catalogAt('.')
const core20 = instruments.find(({ id }) => id === 'core-20') ?? expect.unreachable('core-20 has gone')
const ids = itemIdsOf(core20)
const tableOf = (titles: string[]) => ({ titles, rows: [{ number: 2, cells: titles.map(() => 'A') }] })

/** Item i in the column `by` further on. */
const movedBy = (by: number): Mapping => new Map(ids.slice(0, -by).map((id, at) => [itemTarget(id), at + by]))

test('a title that is the text or the id of another item speaks against the mapping', () => {
  for (const titles of [stemsIn(core20), ids, stemsIn(core20).map((stem, at) => `${at + 1}. ${stem}（单选）`)])
    expect(otherTitles(tableOf(titles), movedBy(1), core20)[0]).toMatchObject({ column: 2, item: 1, names: 2 })
})

test('titles that are their own items, or name none, do not', () => {
  for (const instrument of instruments)
    for (const titles of [stemsIn(instrument), itemIdsOf(instrument)])
      expect(otherTitles(tableOf(titles), guessMapping(titles, instrument), instrument)).toEqual([])
  const plain = ids.map((_, at) => `答案${at}`)
  expect(otherTitles(tableOf(plain), movedBy(1), core20)).toEqual([])
})

test('a number alone is only a doubt, since a questionnaire from elsewhere may count otherwise', () => {
  const numbers = ids.map((_, at) => `第${at + 1}题`)
  expect(otherTitles(tableOf(numbers), movedBy(2), core20)).toEqual([])
  expect(columnDoubts(tableOf(numbers), movedBy(2), core20)).toEqual([
    { doubt: 'number', columns: ids.slice(2).map((_, at) => at + 3) },
  ])
  expect(columnDoubts(tableOf(numbers), guessMapping(numbers, core20), core20)).toEqual([])
})
