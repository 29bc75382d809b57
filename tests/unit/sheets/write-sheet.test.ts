import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetLimits } from '#app/sheets/limits'
import { openZip } from '#app/sheets/worker/zip.mjs'
import { type OutCell, writeCsv, writeSheet } from '#app/sheets/write-sheet.server'
import { readAll } from './made-files'

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await openZip(Buffer.from(bytes), sheetLimits)
  let text = ''
  for await (const piece of zip.read(name)) text += piece
  return text
}

const TRICKY = [
  '007',
  '110101198602280012',
  '=1+1',
  '+86',
  '-',
  '@a',
  '🧯👨‍👩‍👧',
  '王𬭎',
  '䶮㐂𠀀𰻝',
  '𮯠𲎯',
  ' a ',
  'a\r\nb\tc',
  '_x0041_',
  '_x005F_',
  '</t>&amp;"\'',
  '\u0000\u001f\u007f\u0085\ufeff\ufffd\ufffe',
  '\ue000',
  'true',
  '1E5',
  '2024-01-01',
  '#N/A',
]

const cell: fc.Arbitrary<OutCell> = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: fc.constantFrom('字', '𰻝', '_', 'x', '0', '\r', '\n', '<', '&'), minLength: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.date({ noInvalidDate: true, min: new Date('1900-01-01T00:00Z'), max: new Date('9999-12-31T23:59Z') }),
  fc.constant(null),
)

test('what is written is read back unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
      const columns = [{ title: '姓名' }]
      const { rows: back } = await readAll(await writeSheet([{ name: '名册', columns, rows }]))
      const expected = [['姓名'], ...rows.map((cells) => cells.slice(0, cells.findLastIndex((c) => c !== null) + 1))]
        .map((cells, at) => ({ number: at + 1, cells }))
        .filter(({ cells }) => cells.length > 0)
      expect(back).toEqual(expected)
    }),
    { numRuns: 40, examples: [[[TRICKY.slice(0, 10), TRICKY.slice(10)]]] },
  )
}, 60_000)

describe('a written .xlsx file', () => {
  test('has its header bold and frozen, its texts as text, its looks', async () => {
    const bytes = await writeSheet([
      {
        name: '名册',
        columns: [{ title: '姓名' }, { title: '得分', width: 8 }],
        rows: [['007', 90, { value: '缺手机号', look: 'red' }, { value: 3, look: 'quiet' }, '']],
      },
    ])
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    // The text column has the text format as a whole, the column of numbers has not.
    expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1" style="1"/>')
    expect(sheet).toContain('<col min="2" max="2" width="8" customWidth="1" style="0"/>')
    const styleOf = [...sheet.matchAll(/<c r="(\w+)" s="(\d+)"/g)].map(([, place, style]) => [place, Number(style)])
    expect(styleOf).toEqual([
      ['A1', 9],
      ['B1', 9],
      ['A2', 1],
      ['B2', 2],
      ['C2', 5],
      ['D2', 14],
    ])
    const formats = [...(await partOf(bytes, 'xl/styles.xml')).matchAll(/<xf numFmtId="(\d+)" fontId="(\d)"/g)]
    const styles = formats.slice(1).map(([, format, font]) => `${format}/${font}`)
    expect([1, 2, 5, 9, 14].map((style) => styles[style])).toEqual(['49/0', '0/0', '49/1', '49/2', '0/3'])
  })

  test('holds several sheets, with names that Excel allows, and rows without a header', async () => {
    const bytes = await writeSheet([
      { name: '城东/街道', columns: null, rows: [['a']] },
      { name: '城东 街道', columns: null, rows: new Set([['b'], [null], ['c']]) },
      { name: '', columns: null, rows: [] },
    ])
    expect((await readAll(bytes)).read).toMatchObject({ sheetName: '城东 街道', rowCount: 1 })
    const second = await readAll(bytes, { sheetNames: ['城东 街道 (2)'] })
    expect(second.rows).toEqual([
      { number: 1, cells: ['b'] },
      { number: 3, cells: ['c'] },
    ])
    expect(await partOf(bytes, 'xl/workbook.xml')).toContain('name="Sheet3"')
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<pane')
  })

  test('cuts a text that Excel could not hold', async () => {
    const { rows } = await readAll(await writeSheet([{ name: 'a', columns: null, rows: [['x'.repeat(40_000)]] }]))
    expect(rows[0]?.cells).toEqual([`${'x'.repeat(32_766)}…`])
  })

  test('has the same bytes whenever it is written', async () => {
    const write = () => writeSheet([{ name: 'a', columns: null, rows: [['a']] }])
    const first = await write()
    // Where a ZIP file has the day and time of its first part: 1 January 1980, midnight.
    expect(Buffer.from(first).readUInt32LE(10)).toBe(0x0021_0000)
    expect(await write()).toEqual(first)
  })

  test('many rows come through in order', async () => {
    const numbers = Array.from({ length: 3_001 }, (_, at) => [at])
    const { read, rows } = await readAll(await writeSheet([{ name: 'a', columns: null, rows: numbers }]))
    expect(read).toMatchObject({ rowCount: 3_001 })
    expect(rows.map(({ cells }) => cells)).toEqual(numbers)
  })

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [new Date(Number.NaN)], [new Date('1899-12-31T00:00Z')]])(
    'what no cell can hold is our own mistake: %s',
    async (value) => {
      await expect(writeSheet([{ name: 'a', columns: null, rows: [[value]] }])).rejects.toThrow('a cell cannot hold')
    },
  )
})

describe('a written CSV file', () => {
  test('has a mark, CRLF, quotes where they are needed, days, and no formula', async () => {
    const bytes = await writeCsv([
      ['姓名', 'a,b', '他说"好"', 'a\nb', ' x'],
      [new Date('2024-05-01T00:00Z'), new Date('2024-05-01T08:30:00Z'), -5, null, { value: '错', look: 'red' }],
      ['=1+1', '+86', '-', '@a', '\tx'],
      ['\r', '007', '王𬭎'],
    ])
    expect(Buffer.from(bytes).toString('utf8')).toBe(
      '\ufeff姓名,"a,b","他说""好""","a\nb"," x"\r\n' +
        '2024-05-01,2024-05-01 08:30:00,-5,,错\r\n' +
        "'=1+1,'+86,'-,'@a,\"'\tx\"\r\n" +
        '"\'\r",007,王𬭎\r\n',
    )
  })

  test('is read back', async () => {
    const rows = [['a,b', '他说"好"\r\n再见', null, '7'], ['王𬭎']]
    expect((await readAll(await writeCsv(rows))).rows.map(({ cells }) => cells)).toEqual(rows)
  })
})
