import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en, zhCN } from '#app/i18n/config'
import { refusals } from '#app/sheets/refusal'
import { csv, fixture, refusalOf, xlsx, zip } from './made-files'

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
const MANY_FIGURES = Array.from({ length: 250_000 }, (_, at) => (at * 7919) % 100_003).join('')
const IN_PIECES = MANY_FIGURES.replace(/.{1000}/g, '<![CDATA[$&]]>')
const GROWING = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const attributes = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')
const text = (content: string) => `<row r="1"><c r="A1" t="str"><v>${content}</v></c></row>`
const cells = (row: number, count: number) =>
  `<row r="${row}">${Array.from({ length: count }, () => '<c><v>1</v></c>').join('')}</row>`

test('every refusal has a sentence in both languages, and no other has one', () => {
  for (const words of [zhCN, en]) expect(Object.keys(words.sheets.refusals)).toEqual([...refusals])
})

test.each([
  ['nothing at all', csv(''), 'empty'],
  ['only blanks', csv('\r\n,,\r\n\r\n'), 'empty'],
  ['only a mark', csv('\ufeff'), 'empty'],
  ['an .xls of old', fixture('old.xls'), 'old-xls'],
  ['a file with a password', fixture('locked.xlsx'), 'password'],
  ['a web page called .xls', fixture('page.xls'), 'html'],
  ['a web page in UTF-16', csv('\ufeff<table>', 'utf16le'), 'html'],
  ['an .ods file', fixture('roster.ods'), 'not-a-sheet'],
  ['a .docx file', fixture('letter.docx'), 'not-a-sheet'],
  ['a ZIP file without anything', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), 'not-a-sheet'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-sheet'],
  ['a zip bomb', fixture('bomb.xlsx'), 'unpacks-too-large'],
  ['UTF-16 the other way round', Buffer.from('feff597d', 'hex'), 'encoding'],
  ['bytes of no encoding', Buffer.from('d5c5ff2c41', 'hex'), 'encoding'],
  ['characters of somebody’s own making', Buffer.from('d5c5aaa1', 'hex'), 'encoding'],
  ['UTF-8 by its mark, but not by its bytes', Buffer.from('efbbbfd5c5', 'hex'), 'encoding'],
  ['a GBK file cut in a character', Buffer.from('d5c52cd5', 'hex'), 'encoding'],
  ['half a surrogate pair', Buffer.from('fffe72d84100', 'hex'), 'encoding'],
  ['a quote that never closes', csv('a,"b\nc'), 'damaged'],
  ['a line without end', csv(','.repeat(2 ** 21 + 1)), 'damaged'],
  ['more lines than Excel has', csv('\n'.repeat(2 ** 20 + 1)), 'too-many-rows'],
  ['a text longer than a cell can hold', csv(`a,${'x'.repeat(32_768)}`), 'damaged'],
])('%s is refused: %#', async (_, bytes, refusal) => {
  expect(await refusalOf(bytes)).toBe(refusal)
})

describe('.xlsx files', () => {
  test.each([
    ['all sheets are hidden', { sheets: [ROW], attributes: ['state="hidden"'] }, 'no-sheet'],
    ['all sheets are empty', { sheets: ['', '<row r="4"/>'] }, 'empty'],
    ['1,000 columns', { sheets: [cells(1, 1000)] }, 'too-many-columns'],
    [
      'one cell at the far end',
      { sheets: ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'] },
      'too-many-columns',
    ],
    ['a place beyond the far end', { sheets: ['<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'] }, 'damaged'],
    ['a text that is not there', { sheets: ['<row r="1"><c r="A1" t="s"><v>3</v></c></row>'] }, 'damaged'],
    ['the same row twice', { sheets: [ROW + ROW] }, 'damaged'],
    ['tags that do not close', { sheets: ['<row r="1">'] }, 'damaged'],
    ['more rows than Excel has', { sheets: ['<row r="1048577"/>'] }, 'damaged'],
    ['more cells than Excel has', { sheets: [`<row>${'<c/>'.repeat(16_385)}</row>`] }, 'damaged'],
    ['a text in endless pieces', { sheets: [`<row><c><v>${IN_PIECES}`] }, 'damaged'],
    ['an endless value of an attribute', { sheets: [`${ROW}<a b="${MANY_FIGURES}"/>`] }, 'damaged'],
    ['an endless name', { sheets: [`${ROW}<a${MANY_FIGURES}/>`] }, 'damaged'],
    ['an endless text that nobody asked for', { sheets: [`${ROW}<f>${MANY_FIGURES}</f>`] }, 'damaged'],
    ['an endless comment', { sheets: [`${ROW}<!--${MANY_FIGURES}-->`] }, 'damaged'],
    ['an endless instruction', { sheets: [`${ROW}<?a ${MANY_FIGURES}?>`] }, 'damaged'],
    ['tags with thousands of attributes', { sheets: [`${ROW}<a ${attributes(1_001)}/>`] }, 'damaged'],
    ['tags in tags in tags', { sheets: [ROW + '<a>'.repeat(99) + '</a>'.repeat(99)] }, 'damaged'],
    ['a document type', { head: '<!DOCTYPE worksheet>', sheets: [ROW] }, 'damaged'],
    ['a document type that grows', { head: GROWING, sheets: [text('&b;')] }, 'damaged'],
    ['a name that stands for nothing', { sheets: [text('&b;')] }, 'damaged'],
    ['a character that cannot be', { sheets: [text('&#x110000;')] }, 'damaged'],
    ['text after its end', { sheets: [`${ROW}</sheetData></worksheet>a<worksheet><sheetData>`] }, 'damaged'],
  ])('%s: %#', async (_, parts, refusal) => {
    expect(await refusalOf(await xlsx(parts))).toBe(refusal)
  })

  test('what is merely long, deep or full is read', async () => {
    const long = MANY_FIGURES.slice(0, 2 ** 19)
    const deep = '<a>'.repeat(98) + '</a>'.repeat(98)
    const beside = `<f>${long}</f><a b="${long}"/><!--${long}--><a ${attributes(1_000)}/>${deep}`
    expect(await refusalOf(await xlsx({ sheets: [ROW + beside] }))).toBe('read')
  })

  test('an encrypted part', async () => {
    const bytes = await xlsx({ sheets: [ROW] })
    // The first bit of the flags in the directory.
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes[entry + 8] = 1
    expect(await refusalOf(bytes)).toBe('password')
  })

  test('a directory that lies about sizes is found out while unpacking', async () => {
    const bytes = await xlsx({ sheets: [ROW, cells(1, 5000)] })
    for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 1))
      if (
        bytes
          .subarray(at + 46)
          .toString('latin1')
          .startsWith('xl/worksheets')
      )
        bytes.writeUInt32LE(10, at + 24)
    expect(await refusalOf(bytes)).toBe('unpacks-too-large')
  })

  test('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`p${at}`, '']))
    expect(await refusalOf(await zip(parts))).toBe('unpacks-too-large')
  })

  test('one long text repeated in every cell', async () => {
    const bytes = await xlsx({
      sharedStrings: `<si><t>${'字'.repeat(30_000)}</t></si>`,
      sheets: [`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(100)],
    })
    expect(await refusalOf(bytes)).toBe('unpacks-too-large')
  })

  test.each([0.2, 0.5, 0.9, 0.999])('cut off after %d of its length', async (share) => {
    const whole = fixture('roster.xlsx')
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged')
  })
})

describe('whatever the bytes are, there is an answer', () => {
  const known = expect.toBeOneOf([...refusals, 'read'])

  test('random ones', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 3_000 })
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        expect(await refusalOf(some)).toEqual(known)
      }),
      { numRuns: 30 },
    )
  }, 30_000)

  test('a sheet with some of its bytes changed', async () => {
    const sheet = fixture('roster.xlsx')
    const changes = fc.array(fc.tuple(fc.nat(sheet.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    const changed = changes.map((list) => {
      const bytes = sheet.slice()
      for (const [at, byte] of list) bytes[at] = byte
      return bytes
    })
    await fc.assert(
      fc.asyncProperty(changed, async (some) => {
        expect(await refusalOf(some)).toEqual(known)
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

describe('limits', () => {
  const limits = { rows: 3, columns: 2, bytes: 2000, cellCharacters: 5 }
  test.each([
    ['a\nb\n\nc', 'read'],
    ['a\nb\n\nc\nd', 'too-many-rows'],
    ['a,b,,,', 'read'],
    ['a,b,c', 'too-many-columns'],
    ['一二三四五', 'read'],
    ['一二三四五六', 'damaged'],
    ['x'.repeat(2001), 'too-large'],
  ])('%.20s: %s', async (text, outcome) => {
    expect(await refusalOf(csv(text), { limits })).toBe(outcome)
  })

  test.each([
    [{ unpackedBytes: 3000 }, 'unpacks-too-large'],
    [{ keptBytes: 50 }, 'unpacks-too-large'],
    [{ cells: 10 }, 'too-many-rows'],
    [{ milliseconds: 1 }, 'damaged'],
  ])('an .xlsx file with %j', async (less, refusal) => {
    expect(await refusalOf(fixture('roster.xlsx'), { limits: less, sheetNames: ['名册'] })).toBe(refusal)
  })
})
