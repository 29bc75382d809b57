import { describe, expect, test } from 'vitest'
import { separatorOf } from '#app/sheets/worker/csv-separator.mjs'
import { csv, fixture, readAll } from './made-files'

const PLAIN = [
  { number: 1, cells: ['姓名', '单位, 部门', '备注'] },
  { number: 2, cells: ['䶮㐂𬭎', '他说"好"', '第一行\n第二行'] },
  { number: 4, cells: ['张三', null, '007'] },
]

test.each([
  ['utf-8.csv', 'utf-8'],
  ['utf-8-mark.csv', 'utf-8'],
  ['gb18030.csv', 'gb18030'],
  ['utf-16.csv', 'utf-16le'],
  ['utf-16-tabs.txt', 'utf-16le'],
])('%s is read as %s, rare characters and line breaks in cells included', async (name, encoding) => {
  const { read, rows } = await readAll(fixture(name))
  expect(read).toEqual({ ok: true, sheetName: null, encoding, rowCount: 3 })
  expect(rows).toEqual(PLAIN)
})

const cellsOf = async (text: string) => (await readAll(csv(text))).rows.map(({ cells }) => cells)

test.each([
  [
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;b\r\n1,5;2,5',
    [
      ['a', 'b'],
      ['1,5', '2,5'],
    ],
  ],
  [
    'a\tb\n"x\ty"\t"=1+1"',
    [
      ['a', 'b'],
      ['x\ty', '=1+1'],
    ],
  ],
  [
    'a,b,,\n,,,\n,,c',
    [
      ['a', 'b'],
      [null, null, 'c'],
    ],
  ],
  [
    '5"管,b\n"a ""q""", c ',
    [
      ['5"管', 'b'],
      ['a "q"', ' c '],
    ],
  ],
  ['\ufeff"a\r\nb",c', [['a\r\nb', 'c']]],
  ['张三', [['张三']]],
])('%j is split into its cells', async (text, cells) => {
  expect(await cellsOf(text)).toEqual(cells)
})

describe('a character that lies on the border of two pieces is not cut', () => {
  const border = 2 ** 16
  test.each([
    ['utf-8', Buffer.from('𬭎')],
    ['gb18030', Buffer.from('9933a932', 'hex')],
    ['utf-16le', Buffer.from('𬭎', 'utf16le')],
  ])('%s', async (encoding, character) => {
    for (let before = 1; before < 4; before++) {
      const isWide = encoding === 'utf-16le'
      const line = Buffer.from(`${'x'.repeat(99)}\n`, isWide ? 'utf16le' : 'latin1')
      const mark = isWide ? [0xff, 0xfe] : []
      // Something that is no UTF-8, so that the file is taken for GB 18030.
      const start = encoding === 'gb18030' ? Buffer.from('d5c50a', 'hex') : Buffer.alloc(0)
      const lines = Math.floor((border - before - mark.length - start.length) / line.length)
      const fill = border - before - mark.length - start.length - lines * line.length
      if (isWide && fill % 2 === 1) continue
      const padding = Buffer.from('y'.repeat(isWide ? fill / 2 : fill), isWide ? 'utf16le' : 'latin1')
      const bytes = Buffer.concat([Buffer.from(mark), start, ...Array(lines).fill(line), padding, character])
      const { read, rows } = await readAll(bytes)
      expect(read).toMatchObject({ ok: true, encoding })
      expect(rows.at(-1)?.cells[0]).toMatch(/^y*𬭎$/u)
    }
  })
})

test('characters that GB 18030-2005 kept as private ones are read as what they are', async () => {
  const bytes = Buffer.from('d5c52cfe512cfe532cfe91', 'hex')
  expect((await readAll(bytes)).rows).toEqual([{ number: 1, cells: ['张', '𠂇', '𠃌', '𤇾'] }])
})

test.each([
  ['a,b;c;d\n"x,x,x,x";y', ';'],
  ['标题\na\tb', '\t'],
  ['"a;b;c;d', ','],
  ['a,"b\nc;d;e;f"\ng,h', ','],
  ['', ','],
])('the separator of %j is %j', (text, separator) => {
  expect(separatorOf(text)).toBe(separator)
})
