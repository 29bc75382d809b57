import { describe, expect, test } from 'vitest'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import type { OutCell } from '#app/sheets/write-sheet.server'
import { answersOf, fileWave, keptIn, preview, stemsIn, textOf, wordsOfOption, xlsxOf } from '../support/survey-files'

const TITLES = ['年龄', '街道', '权重', '手机号', '开始时间']
const PERSON: OutCell[] = [40, '梧桐街道', 1, '13900000001', '2026-11-20 10:00']

type World = Awaited<ReturnType<typeof fileWave>>
type Change = { person?: OutCell[]; answers?: (cells: OutCell[]) => OutCell[] }

/** A good row, and behind it one row for each change. */
function fileWith({ wave: { instrument } }: World, changes: Change[]) {
  const items = itemIdsOf(instrument)
  const rows = [{}, ...changes].map(({ person = PERSON, answers = (cells: OutCell[]) => cells }: Change, row) => {
    const cells: OutCell[] = answersOf(instrument, row).map((option, at) =>
      wordsOfOption(instrument, items[at] ?? '', option),
    )
    return [...person, ...answers(cells)]
  })
  return xlsxOf([[...TITLES, ...stemsIn(instrument)], ...rows])
}

/** A person of their own, with one cell changed. */
const person = (number: number, at?: number, cell: OutCell = null): OutCell[] =>
  PERSON.map((own, place) => (place === at ? cell : place === 3 ? `1390000${1000 + number}` : own))

const [AGE, STREET, WEIGHT] = [0, 1, 2]

describe('bad input', () => {
  test.each([
    ['a missing weight', WEIGHT, null, '没有权重'],
    ['a weight of zero', WEIGHT, 0, '权重要大于 0'],
    ['a weight below zero', WEIGHT, -1.5, '权重要大于 0'],
    ['a weight that is no number', WEIGHT, '约1', '权重不是数字'],
    ['a street nobody knows', STREET, '不存在街道', '没有这个街道'],
    ['a code nobody knows', STREET, '990101099000', '没有这个街道'],
    ['an age out of the frame', AGE, 17, '年龄不在这批调查的范围里'],
    ['an age that is no number', AGE, '中年', '年龄请写周岁的数字'],
  ])('%s is named with its row, and keeps everything from being written', async (_, at, cell, sentence) => {
    const world = await fileWave()
    const { text, fields } = await preview(
      world.lead,
      world.path,
      await fileWith(world, [{ person: person(1, at, cell) }]),
    )
    expect(text).toContain('第 3 行')
    expect(text).toContain(sentence)
    expect((await world.lead.post(world.path, { ...fields, intent: 'confirm' })).status).toBe(400)
    expect(await keptIn(world.wave)).toEqual([])
  })

  test('an option that the item does not have is a fault, and rows with faults can be left out knowingly', async () => {
    const world = await fileWave()
    const bytes = await fileWith(world, [
      { person: person(1), answers: (cells) => ['没有这个选项', ...cells.slice(1)] },
      { person: person(2) },
    ])
    const { text, fields } = await preview(world.lead, world.path, bytes)
    expect(text).toContain('这道题没有这个选项')
    const html = await world.lead.submit(world.path, { ...fields, intent: 'confirm', leavesOut: 'yes' })
    expect(textOf(html)).toContain('已导入 2 份答卷')
  })

  test('of a person who stands there twice the earliest is kept, and the others are counted', async () => {
    const world = await fileWave()
    const earlier = PERSON.with(4, '2026-11-19 09:00').with(0, 41)
    const { text, fields } = await preview(
      world.lead,
      world.path,
      await fileWith(world, [{ person: earlier }, { person: person(1) }]),
    )
    expect(text).toMatch(/1\s*同一个人重复|同一个人重复\s*1/)
    await world.lead.post(world.path, { ...fields, intent: 'confirm' })
    expect((await keptIn(world.wave)).map(({ age }) => age)).toEqual([40, 41])
    const later = await preview(world.lead, world.path, await fileWith(world, [{ person: person(5) }]))
    expect(later.text).toMatch(/1\s*这个人以前答过|这个人以前答过\s*1/)
  })

  test('a column that has slipped by one is noticed, by number', async () => {
    const world = await fileWave()
    const slip = (cells: OutCell[]) => [...cells.slice(1, 20), cells[0] ?? null, ...cells.slice(20)]
    const bytes = await fileWith(
      world,
      [1, 2, 3, 4].map((row) => ({ person: person(row), answers: slip })),
    )
    const { text, fields } = await preview(world.lead, world.path, bytes)
    expect(text).toContain('第 6 列')
    expect(text).toContain('像是第 2 题的答案')
    expect(text).toContain('第 6–24 列都像是别的题的答案')
    // Once for those that slipped by one, and once for the first that stands at the end.
    expect(text.match(/是不是错了一列？/g)).toHaveLength(2)
    expect(text).not.toContain('写入 ')
    expect((await world.lead.post(world.path, { ...fields, intent: 'confirm', leavesOut: 'yes' })).status).toBe(400)
    expect(await keptIn(world.wave)).toEqual([])
  })

  test('an item without a column is named: everybody would count as wrong', async () => {
    const world = await fileWave()
    const { fields } = await preview(world.lead, world.path, await fileWith(world, []))
    const answer = await world.lead.post(world.path, { ...fields, intent: 'check', 'item.core-03': '' })
    expect([answer.status, textOf(await answer.text()).includes('第 3 题没有对应的列')]).toEqual([400, true])
    const twice = await world.lead.post(world.path, {
      ...fields,
      intent: 'check',
      'item.core-03': fields['item.core-04'] ?? '',
    })
    expect(textOf(await twice.text())).toContain('选了两次')
  })
})
