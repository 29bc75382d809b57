import { describe, expect, test } from 'vitest'
import { fixture, readAll, xlsx, zip } from './made-files'

const day = (text: string) => new Date(`${text}Z`)

describe('a file that LibreOffice wrote', () => {
  test('gives its rows with their numbers in the file, days as days, formulas as their values', async () => {
    const { read, rows } = await readAll(fixture('roster.xlsx'), { sheetNames: ['没有这张', '名册'] })
    expect(read).toEqual({ ok: true, sheetName: '名册', encoding: 'xlsx', rowCount: 5 })
    expect(rows).toEqual([
      { number: 1, cells: ['2026年消防培训名册'] },
      { number: 3, cells: ['姓名', '出生日期', '身份证号', '场次', '合计', '合格'] },
      { number: 4, cells: ['王𬭎', day('1986-02-28T00:00'), '110101198602280012', 2, 6, 1] },
      { number: 5, cells: ['䶮㐂𠀀𰻝', day('2001-12-31T08:30'), '007', 0.5, '#DIV/0!', 0.25] },
      { number: 9, cells: ['李“四”\n第二行', null, 'a<b>'] },
    ])
  })

  test('gives the first visible sheet with something in it when none is preferred', async () => {
    expect((await readAll(fixture('roster.xlsx'))).read).toMatchObject({ sheetName: '旧名册' })
  })

  test('gives another sheet when the preferred one is empty', async () => {
    const { read } = await readAll(fixture('roster.xlsx'), { sheetNames: ['说明'] })
    expect(read).toMatchObject({ sheetName: '旧名册' })
  })
})

describe('texts', () => {
  test('runs are joined, readings left out, escapes undone', async () => {
    const { rows } = await readAll(
      await xlsx({
        sharedStrings:
          '<si><r><t>龘</t></r><r><rPr/><t xml:space="preserve"> 明</t></r><rPh sb="0" eb="1"><t>dá</t></rPh></si>' +
          '<si><t>a_x000D_b_x005F_x0041_ &amp;lt; &#131072;&#x30EDD;</t></si><si><t/></si>',
        sheets: [
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
            '<c r="D1" t="inlineStr"><is><t>内</t><rPh><t>nèi</t></rPh></is></c><c r="E1" t="str"><f>"x"</f><v><![CDATA[<y>]]></v></c></row>',
        ],
      }),
    )
    expect(rows).toEqual([{ number: 1, cells: ['龘 明', 'a\rb_x0041_ &lt; 𠀀𰻝', null, '内', '<y>'] }])
  })

  test('elements may carry a prefix, values may hold a larger-than sign', async () => {
    const { rows } = await readAll(
      await xlsx({
        head: '<?xml version="1.0"?><!-- <row> -->',
        sheets: ['<x:row xmlns:r="u" r="2" a=">"><x:c r=\'B2\'><x:v>5</x:v></x:c></x:row>'],
      }),
    )
    expect(rows).toEqual([{ number: 2, cells: [null, 5] }])
  })
})

describe('values', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>' +
    '<numFmt numFmtId="166" formatCode="[Red]0.00&quot;day&quot;"/><numFmt numFmtId="167" formatCode="m-d"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>' +
    '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="31"/><xf numFmtId="20"/></cellXfs>'
  const cells = (values: [style: number, value: number][]) =>
    `<row>${values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`

  test('a number is a day where its format shows a year, a month or a day', async () => {
    const sheets = [
      cells([
        [0, 45_292],
        [1, 45_292],
        [2, 45_292],
        [3, 1.5],
        [4, 45_292],
        [5, 45_292],
        [6, 45_292.25],
        [7, 0.5],
      ]),
    ]
    const [row] = (await readAll(await xlsx({ styles, sheets }))).rows
    const newYear = day('2024-01-01T00:00')
    expect(row?.cells).toEqual([45_292, newYear, newYear, 1.5, 45_292, newYear, day('2024-01-01T06:00'), 0.5])
  })

  test('days before March 1900, after 9999 and in files that count from 1904', async () => {
    const sheets = [
      cells([
        [1, 1],
        [1, 59],
        [1, 61],
        [1, 2_958_465],
        [1, 110_101_198_602_280_000],
        [1, -1],
      ]),
    ]
    const [row] = (await readAll(await xlsx({ styles, sheets }))).rows
    expect(row?.cells).toEqual([
      day('1900-01-01T00:00'),
      day('1900-02-28T00:00'),
      day('1900-03-01T00:00'),
      day('9999-12-31T00:00'),
      110_101_198_602_280_000,
      -1,
    ])
    const from1904 = await xlsx({ styles, workbookPr: '<workbookPr date1904="1"/>', sheets: [cells([[1, 43_830]])] })
    expect((await readAll(from1904)).rows[0]?.cells).toEqual([day('2024-01-01T00:00')])
  })

  test('booleans, errors, written days, and a formula that was never computed', async () => {
    const { rows } = await readAll(
      await xlsx({
        sheets: [
          '<row r="7"><c r="A7" t="b"><v>1</v></c><c r="B7" t="b"><v>0</v></c><c r="C7" t="e"><v>#N/A</v></c>' +
            '<c r="D7"><f>SUM(1)</f></c><c r="E7" t="d"><v>2024-05-01</v></c><c r="F7" t="d"><v>2024-05-01T08:30:00</v></c>' +
            '<c r="G7"/></row>',
        ],
      }),
    )
    const may = [day('2024-05-01T00:00'), day('2024-05-01T08:30')]
    expect(rows).toEqual([{ number: 7, cells: [true, false, '#N/A', null, ...may] }])
  })
})

describe('sheets', () => {
  const row = (text: string) => `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`

  test('hidden ones are not chosen, not even by name', async () => {
    const bytes = await xlsx({
      sheets: [row('a'), row('b'), '', row('d')],
      attributes: ['state="hidden"', 'state="veryHidden"'],
    })
    const { read, rows } = await readAll(bytes, { sheetNames: ['S1'] })
    expect(read).toMatchObject({ sheetName: 'S4' })
    expect(rows).toEqual([{ number: 1, cells: ['d'] }])
  })

  test('one whose part is missing is passed over', async () => {
    const { read } = await readAll(
      await zip({
        'xl/workbook.xml': '<workbook><sheet name="a" q:id="1"/><sheet name="b" sheetId="1" q:id="2"/></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<a><Relationship Id="1" Type="/worksheet" Target="a.xml"/><Relationship Id="2" Type="/worksheet" Target="b.xml"/></a>',
        'xl/b.xml': `<worksheet>${row('b')}</worksheet>`,
      }),
    )
    expect(read).toMatchObject({ sheetName: 'b' })
  })

  test('blank rows are left out, however many, and counted', async () => {
    const blank = Array.from({ length: 2_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="3"/></row>`)
    const sheets = [`${blank.join('')}<row r="1048576"><c r="B1048576"><v>1</v></c></row>`]
    const { rows } = await readAll(await xlsx({ sheets }))
    expect(rows).toEqual([{ number: 1_048_576, cells: [null, 1] }])
  })
})
