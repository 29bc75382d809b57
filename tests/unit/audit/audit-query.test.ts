import { expect, test } from 'vitest'
import { auditQueryString, readAuditQuery } from '#app/people/audit/audit-query'

const read = (query: string) => readAuditQuery(`http://zhihuo.test/desk/audit${query}`)
const id = '019aa000-0000-7000-8000-0000000000a1'

test('a query is read, and written back as it was', () => {
  const query = `?search=${id}&account=${id}&action=person.reveal&kind=person&from=2026-11-01&to=2026-11-30`
  expect(auditQueryString(read(query))).toBe(query)
  expect(read(`${query}&before=51`)).toMatchObject({ before: 51, after: null })
  expect(auditQueryString(read(query), { before: 51 })).toBe(`${query}&before=51`)
})

test('nobody is somebody one can look for', () => {
  expect(read('?account=nobody').filters).toEqual({ account: 'nobody' })
})

test.each([
  '?account=x',
  '?action=moon.land',
  '?action=constructor',
  '?kind=__proto__',
  '?from=yesterday&to=2026-1-1',
  '?before=0',
  '?before=-1&after=1.5',
  '?after=1e9',
  '?before=9999999999999999999',
  '?moon=full',
])('nonsense is as if it were not there: %s', (query) => {
  expect(read(query)).toEqual({ search: '', filters: {}, before: null, after: null })
})
