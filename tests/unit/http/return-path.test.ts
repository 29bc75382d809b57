import { expect, test } from 'vitest'
import { safeReturnPath } from '#app/http/return-path'

test.each([
  '/',
  '/modules',
  '/modules/call-119',
  '/attempts/01930000-0000-7000-8000-000000000001',
  '/a/../b',
  '/%E4%B8%AD',
  '/~a.b_c',
])('%s is a path of this site', (path) => {
  expect(safeReturnPath(path)).toBe(path)
})

test.each([
  ['another site', 'https://elsewhere.example/'],
  ['another site without a scheme', '//elsewhere.example'],
  ['the same with a backslash', '/\\elsewhere.example'],
  ['a backslash later on', '/a\\b'],
  ['a script', 'javascript:alert(1)'],
  ['a relative path', 'modules'],
  ['nothing', ''],
  ['a space at the start', ' /modules'],
  ['a line break, to write a header with', '/modules\r\nSet-Cookie: a=b'],
  ['a line break at the end', '/modules\n'],
  ['a tab inside the slashes', '/\t/elsewhere.example'],
  ['a query', '/modules?x=1'],
  ['a fragment', '/modules#x'],
  ['a quote', '/"onload="'],
  ['too long a path', `/${'a'.repeat(300)}`],
  ['no value at all', null],
  ['a missing field', undefined],
  ['a number', 1],
  ['a file', new File(['/modules'], 'return')],
  ['a list', ['/modules']],
])('%s leads home', (_, value) => {
  expect(safeReturnPath(value)).toBe('/')
})

test('every path that it lets through stays on this site, as a browser resolves it', () => {
  const pieces = ['/', '.', '..', '%2f', '%5c', 'elsewhere.example', '~', '-', '//', '/.//']
  for (const a of pieces)
    for (const b of pieces)
      for (const c of pieces) {
        const target = new URL(safeReturnPath(`/${a}${b}${c}`), 'https://zhihuo.example/here')
        expect(target.host).toBe('zhihuo.example')
      }
})
