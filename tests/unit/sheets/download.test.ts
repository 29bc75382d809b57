import { expect, test } from 'vitest'
import { csvResponse, sheetResponse } from '#app/sheets/download.server'
import { sheetNames } from '#app/sheets/sheet-names'

test('an .xlsx file is sent to be saved under its Chinese name and kept by nobody', async () => {
  const response = sheetResponse("名册 2026'(1)", Uint8Array.of(1, 2, 3))
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-disposition':
      "attachment; filename=\"_ 2026'(1).xlsx\"; filename*=UTF-8''%E5%90%8D%E5%86%8C%202026%27%281%29.xlsx",
    'content-length': '3',
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3])
})

test('a name cannot break out of its header', () => {
  const { headers } = csvResponse('a"b\r\nX: y/../𠀀\ud800', new Uint8Array())
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('Content-Disposition')).toBe(
    'attachment; filename="a-b--X- y-..-_-.csv"; filename*=UTF-8\'\'a-b--X-%20y-..-%F0%A0%80%80-.csv',
  )
})

test.each([
  [
    ['名册', '名册', '名册 (2)'],
    ['名册', '名册 (2)', '名册 (2) (2)'],
  ],
  [
    ["'a:b'", '[x]', '  '],
    ['a b', 'x', 'Sheet3'],
  ],
  [
    ['A', 'a'],
    ['A', 'a (2)'],
  ],
  [
    ['字'.repeat(40), '字'.repeat(31)],
    ['字'.repeat(31), `${'字'.repeat(27)} (2)`],
  ],
  [[`${'字'.repeat(30)}𠀀`], ['字'.repeat(30)]],
])('sheets called %j are named %j', (wanted, names) => {
  expect(sheetNames(wanted)).toEqual(names)
})
