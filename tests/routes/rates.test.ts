import { beforeAll, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { keysFrom } from '#app/db/sealed.server'
import { atDesk, ELSEWHERE, HERE, newOrganization, regionAt } from '../support/desk'
import { putEstimate } from '../support/estimates'
import { enter } from '../support/rosters'

const keys = keysFrom('a secret of these tests')

beforeAll(async () => {
  for (const code of [HERE, ELSEWHERE]) {
    const school = await newOrganization(code)
    for (let at = 0; at < 31; at++)
      await enter(store, keys, {
        organizationId: school.id,
        name: `学员${at}`,
        phone: `1380000${code.slice(8, 9)}0${10 + at}`,
      })
  }
  await putEstimate(store)
})

test('the district shows its four rates, and its streets by name', async () => {
  const html = await (await atDesk('admin')).html('/desk/rates')
  for (const said of [
    '学完率',
    '0%（0 / 62）',
    '学员正确率',
    '实操通过率',
    '还没有数据',
    '78.0%（74.0%–82.0%，520 人）',
  ])
    expect(html).toContain(said)
  const table = html.split('<table')[1] ?? ''
  expect(table.indexOf('河湾街道')).toBeGreaterThan(0)
  expect(table.indexOf('河湾街道')).toBeLessThan(table.indexOf('梧桐街道'))
  expect(table).toContain('0 / 31')
})

test('an organizer sees the own street only, with its row of the survey', async () => {
  const organizer = await atDesk('organizer', { regionCode: HERE })
  const html = await organizer.html('/desk/rates')
  expect(html).toContain('0 / 31')
  expect(html).toContain('82.0%（')
  expect(html).not.toContain('河湾街道')
  const elsewhere = await regionAt(ELSEWHERE)
  expect((await organizer.get(`/desk/rates?place=${elsewhere.id}`)).status).toBe(404)
  expect((await organizer.get(`/desk/rates/export.xlsx?place=${elsewhere.id}`)).status).toBe(404)
  expect((await organizer.get('/desk/rates?place=nonsense')).status).toBe(404)
})

test('the file is made of the same rows', async () => {
  const answer = await (await atDesk('auditor')).get('/desk/rates/export.xlsx')
  expect(answer.status).toBe(200)
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000)
})

test('an interviewer has no business here', async () => {
  expect((await (await atDesk('interviewer', { regionCode: HERE })).get('/desk/rates')).status).toBe(403)
})
