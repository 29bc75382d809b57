import { describe, expect, test } from 'vitest'
import { planFrame, understandFrame } from '#app/measure/surveys/frame-file'
import { summariseFrame } from '#app/measure/surveys/frame-summary'
import type { Cell, SheetRow } from '#app/sheets/cell'

const rowsOf = (rows: Cell[][]): SheetRow[] => rows.map((cells, at) => ({ number: at + 1, cells }))
const HEAD = ['街道', '社区编码', '社区名称', '户数']
const understood = (...rows: Cell[][]) => understandFrame(rowsOf([HEAD, ...rows]), '抽样框')
const KNOWN = {
  prefix: '990101',
  places: [
    { id: 's1', code: '990101001000', name: '梧桐街道（演示）', level: 'street' },
    { id: 'c1', code: '990101001001', name: '梧桐里社区', level: 'community' },
    { id: 'c2', code: '990101001002', name: '钟楼社区', level: 'community' },
    { id: 's2', code: '990101002000', name: '河湾街道', level: 'street' },
  ],
}
const problemsOf = (...rows: Cell[][]) => {
  const { lines, faults } = understood(...rows)
  return [...faults, ...planFrame(lines, KNOWN).faults].map(({ row, problem }) => [row, problem])
}

describe('a file of communities', () => {
  test('is understood below a title, in another order and under other names', () => {
    const rows = rowsOf([
      ['2026 年社区名单'],
      ['总户数', '社区代码', '乡镇'],
      ['1,204户', 990101001001, '梧桐街道办事处'],
    ])
    const { lines, faults } = understandFrame(rows, '抽样框')
    expect(faults).toEqual([])
    expect(lines).toEqual([{ row: 3, street: '梧桐街道办事处', code: '990101001001', name: '', size: 1204 }])
    expect(planFrame(lines, KNOWN)).toEqual({
      faults: [],
      clusters: [
        {
          regionId: 'c1',
          code: '990101001001',
          name: '梧桐里社区',
          stratum: '990101001000',
          street: '梧桐街道（演示）',
          size: 1204,
        },
      ],
    })
  })

  test.each([
    ['no code', ['梧桐街道', '', '某社区', 10], 'codeMissing'],
    ['a code that lost its digits', ['', '9.90101E+11', '', 10], 'codeLostDigits'],
    ['the code of a street', ['', '990101001000', '', 10], 'communityCodeForm'],
    ['a code that nobody knows', ['', '990101001009', '', 10], 'codeUnknown'],
    ['a community of another district', ['', '110101001001', '', 10], 'outsideWave'],
    ['no households', ['', '990101001001', '', 0], 'householdsForm'],
    ['fewer than none', ['', '990101001001', '', -5], 'householdsForm'],
    ['half a household', ['', '990101001001', '', 10.5], 'householdsForm'],
    ['a street that nobody knows', ['月球街道', '990101001001', '', 10], 'streetUnknown'],
    ['another street than its code says', ['河湾街道', '990101001001', '', 10], 'streetOther'],
  ])('is refused for %s', (_, row, problem) => {
    expect(problemsOf(row)).toEqual([[2, problem]])
  })

  test('is refused for the same community twice, and for columns that are missing', () => {
    const row = ['', '990101001001', '', 10]
    expect(problemsOf(row, row)).toEqual([[3, 'codeTwice']])
    expect(
      understandFrame(
        rowsOf([
          ['社区', '人口数'],
          ['某社区', 10],
        ]),
        '抽样框',
      ).faults,
    ).toMatchObject([{ problem: 'columnsMissing' }])
  })

  test('that is shifted by a column is refused whole', () => {
    expect(problemsOf(['990101001001', '梧桐里社区', '400', null])).toEqual([
      [2, 'communityCodeForm'],
      [2, 'householdsForm'],
    ])
  })
})

test('a frame in short has one line a street', () => {
  const frame = [
    { stratum: 'a', size: 10, probability: 0.5 },
    { stratum: 'a', size: 30 },
    { stratum: 'b', size: 5, probability: null },
  ]
  expect(summariseFrame(frame, (code) => code.toUpperCase())).toEqual([
    { street: 'A', communities: 2, households: 40, smallest: 10, largest: 30, drawn: 1 },
    { street: 'B', communities: 1, households: 5, smallest: 5, largest: 5, drawn: 0 },
  ])
})
