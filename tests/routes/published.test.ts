import { afterEach, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { type Publishing, putEstimate } from '../support/estimates'
import { newVisitor } from '../support/visitor'

afterEach(async () => {
  await store.atomically((tx) => [tx.delete(store.tables.estimates)])
})

const page = async (options: Publishing | null, cookies = {}) => {
  if (options) await putEstimate(store, options)
  return newVisitor(cookies).html('/awareness')
}
const panel = (html: string) => html.split('id="published-panel"')[1]?.split('id="survey-panel"')[0] ?? ''

test('while nothing is published the page says so, and the file leads back to it', async () => {
  expect(await page(null)).toContain('还没有公布过抽样调查的知晓率')
  const answer = await newVisitor().get('/awareness/estimate.xlsx')
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/awareness'])
})

test('a published estimate comes first: the sentence, the verdict, both rates, the streets, the method', async () => {
  const html = panel(await page({}))
  expect(html).toContain('每 100 道基础题，居民大约答对 78 道（74 到 82 之间）。')
  expect(html).toContain('目标 85%：还没有达到。')
  expect(html).toContain('计划未规定口径')
  for (const said of ['78.0%（74.0%–82.0%，520 人）', '53.4%（', '74.2 分', '河湾街道', '第七次人口普查', '应答率'])
    expect(html).toContain(said)
  expect(html.indexOf('河湾街道')).toBeLessThan(html.indexOf('梧桐街道'))
})

test('in English it says the same', async () => {
  const html = panel(await page({}, { locale: 'en' }))
  expect(html).toContain('residents get about 78 right (between 74 and 82)')
  expect(html).toContain('not met yet')
})

test('a draft is not shown, and a withdrawn one disappears', async () => {
  expect(panel(await page({ publishedAt: null }))).toBe('')
  expect(panel(await page({ withdrawnAt: new Date() }))).toBe('')
})

test('a survey that is no sample has no interval and no verdict', async () => {
  const html = panel(await page({ wave: { tier: 'Q' }, of: { tier: 'Q', design: { firstStage: 'none' } } }))
  expect(html).toContain('不是随机抽中的')
  expect(html).not.toMatch(/%–|之间|还没有达到|已经达到/)
})

test('no question and no option of the instrument stands in what is said of the survey', async () => {
  const html = panel(await page({}))
  const texts = catalog.instruments
    .filter(({ id }) => id === 'core-20')
    .flatMap(({ words }) => Object.values(words['zh-CN'].items).map(({ stem }) => stem))
  expect(texts.length).toBe(20)
  expect(texts.filter((text) => html.includes(text))).toEqual([])
})

test('two waves make a trend, and a changed way of asking breaks it', async () => {
  await putEstimate(store, { wave: { modes: ['phone'], fieldTo: '2026-05-20' } })
  const html = panel(await page({}))
  expect(html).toContain('和上次不可比：调查方式变了')
  expect(html).not.toContain('无明显变化')
})

test('the file holds the figures of the page', async () => {
  await putEstimate(store)
  const answer = await newVisitor().get('/awareness/estimate.xlsx')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Disposition')).toContain(encodeURIComponent('知晓率'))
  const cells: string[] = []
  await readSheet(new Uint8Array(await answer.arrayBuffer()), async (rows) => {
    cells.push(...rows.flatMap((row) => row.cells.map(String)))
  })
  expect(cells).toContain('78.0%（74.0%–82.0%，520 人）')
  expect(cells.join()).toContain('目标 85%：还没有达到。')
})
