import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE, HERE } from '../support/desk'
import { keptEstimate } from '../support/kept-estimate'
import { answeredWave, DISTRICT } from '../support/waves'

type AtDesk = Awaited<ReturnType<typeof atDesk>>
let lead: AtDesk
let auditor: AtDesk
beforeAll(async () => {
  lead = await atDesk('survey-lead', { regionCode: DISTRICT })
  auditor = await atDesk('auditor')
})

const newestEntry = async () => (await store.db.select().from(store.tables.auditEntries)).at(-1)
const benchOf = (waveId: string) => `/desk/surveys/${waveId}/estimate`
const large = { design: { takePerCluster: 20 } }

describe('the workbench', () => {
  test('says nothing of a wave that is not closed, and keeps nothing of it', async () => {
    const wave = await answeredWave(store, { isClosed: false })
    const html = await lead.html(benchOf(wave.id))
    expect(html).toContain('这批调查还没有结束')
    expect(html).not.toMatch(/知晓率为|设计效应|\d%/)
    expect((await lead.post(benchOf(wave.id), { id: newId() })).status).toBe(400)
    expect(await lead.html('/desk/estimates')).not.toContain(wave.name)
  })

  test('shows the rates, the verdict and the diagnostics of a closed one', async () => {
    const wave = await answeredWave(store, large)
    const html = await lead.html(benchOf(wave.id))
    for (const words of ['总体知晓率', '个人知晓率', '综合得分', '设计效应', '应答率', '梧桐街道', '河湾街道'])
      expect(html).toContain(words)
    expect(html).toMatch(/(已达标|高于目标|低于目标|未达标).*120 人，截至/)
    expect(html).not.toContain('100.0%')
  })

  test('a setting in the address changes the result, nonsense there does not', async () => {
    const wave = await answeredWave(store, large)
    expect(await lead.html(`${benchOf(wave.id)}?ages=two`)).toContain('18–59 岁')
    expect(await lead.html(`${benchOf(wave.id)}?ages=seven&trim=-1`)).toContain('18–44 岁')
  })

  test('weighting without a population says what to do', async () => {
    const wave = await answeredWave(store, { regionCode: ELSEWHERE })
    const path = `${benchOf(wave.id)}?weighting=rake`
    const html = await lead.html(path)
    expect(html).toContain('还没有这个地区的人口')
    expect(html).not.toContain('存档这个结果')
    expect((await lead.post(benchOf(wave.id), { id: newId(), weighting: 'rake' })).status).toBe(400)
  })

  test('keeps what it shows, once, with its trace', async () => {
    const wave = await answeredWave(store, large)
    const fields = { id: newId(), note: '区统计局', ages: 'two', missing: 'answeredOnly' }
    const html = await lead.submit(benchOf(wave.id), fields)
    expect(html).toContain('已存档')
    expect(html).toContain('区统计局')
    const detail = { wave: wave.id, tier: 'P', n: 120 }
    expect(await newestEntry()).toMatchObject({ action: 'estimate.freeze', subjectId: fields.id, detail })
    await lead.post(benchOf(wave.id), { ...fields, note: '又一次' })
    const rows = await store.db.select().from(store.tables.estimates)
    const kept = rows.filter(({ waveId }) => waveId === wave.id)
    expect(kept.map(({ note }) => note)).toEqual(['区统计局'])
    expect(kept[0]?.input).toMatchObject({ settings: { ageBands: [18, 60], missing: 'answeredOnly' } })
  })

  test('a form that nobody sends is refused', async () => {
    const wave = await answeredWave(store, large)
    expect((await lead.post(benchOf(wave.id), { id: 'x' })).status).toBe(400)
    expect((await lead.post('/desk/surveys/none/estimate', { id: newId() })).status).toBe(404)
  })
})

describe('a kept estimate', () => {
  test('is published, stands alone for its wave, and is taken back with a reason', async () => {
    const { id, wave } = await keptEstimate(store, large)
    const path = `/desk/estimates/${id}`
    expect(await lead.html(path)).toContain('公布这份估计')
    expect(await auditor.html(path)).not.toContain('公布这份估计')
    expect(await lead.submit(path, { intent: 'publish' })).toContain('已公布')
    expect(await newestEntry()).toMatchObject({ action: 'estimate.publish', subjectId: id })
    const second = newId()
    await lead.post(benchOf(wave.id), { id: second })
    const refused = await lead.post(`/desk/estimates/${second}`, { intent: 'publish' })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('已经公布了另一份估计')

    const short = await lead.post(path, { intent: 'withdraw', why: '错' })
    expect(short.status).toBe(400)
    expect(await short.text()).toContain('value="错"')
    expect(await lead.submit(path, { intent: 'withdraw', why: '街道人口录错' })).toContain('街道人口录错')
    expect(await newestEntry()).toMatchObject({ action: 'estimate.withdraw', detail: {} })
    expect((await lead.post(path, { intent: 'publish' })).status).toBe(400)
  })

  test('streets stand by name; intervals of rank only on demand', async () => {
    const { id } = await keptEstimate(store, large)
    const html = await lead.html(`/desk/estimates/${id}`)
    expect(html.indexOf('河湾街道')).toBeLessThan(html.indexOf('梧桐街道'))
    expect(html).not.toContain('名次')
    expect(await lead.html(`/desk/estimates/${id}?ranks=yes`)).toMatch(/第 1(–2)? 名/)
  })

  test('is compared with another of its place; a break is said', async () => {
    const first = await keptEstimate(store, { ...large, fieldFrom: '2999-01-01', fieldTo: '2999-01-01', rate: 0.5 })
    const second = await keptEstimate(store, { ...large, fieldFrom: '2999-02-01', fieldTo: '2999-02-01', rate: 0.95 })
    const html = await lead.html(`/desk/estimates/${second.id}?with=${first.id}`)
    expect(html).toContain('2999-01-01 → 2999-02-01')
    expect(html).toMatch(/\+\d+\.\d 个百分点/)
    expect(html).toContain('↑ 上升')
    // The order of asking does not turn the arrow.
    expect(await lead.html(`/desk/estimates/${first.id}?with=${second.id}`)).toContain('↑ 上升')
    const older = await keptEstimate(store, { ...large, ageFrom: 20, fieldFrom: '2999-03-01', fieldTo: '2999-03-01' })
    const broken = await lead.html(`/desk/estimates/${older.id}?with=${second.id}`)
    expect(broken).toContain('不可比')
    expect(broken).not.toMatch(/个百分点（95%/)
    expect(await lead.html(`/desk/estimates/${second.id}?with=nothing`)).not.toContain('↑ 上升')
  })

  test('is downloaded as its page shows it', async () => {
    const { id } = await keptEstimate(store, large)
    const response = await lead.get(`/desk/estimates/${id}/file.xlsx`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const rows: string[] = []
    await readSheet(bytes, async (batch) => void rows.push(...batch.map((row) => JSON.stringify(row))))
    expect(rows.find((row) => row.includes('总体知晓率'))).toMatch(/\d\d\.\d%（\d\d\.\d%–\d\d\.\d%，120 人）/)
    expect(await newestEntry()).toMatchObject({ action: 'estimate.export', subjectId: id })
  })

  test('is not there for whoever looks after another place', async () => {
    const { id } = await keptEstimate(store, { regionCode: HERE })
    const elsewhere = await atDesk('survey-lead', { regionCode: ELSEWHERE })
    for (const path of [`/desk/estimates/${id}`, `/desk/estimates/${id}/file.xlsx`])
      expect((await elsewhere.get(path)).status).toBe(404)
    expect((await elsewhere.post(`/desk/estimates/${id}`, { intent: 'publish' })).status).toBe(404)
    expect(await elsewhere.html('/desk/estimates')).not.toContain(id)
  })
})

test('the list finds by words and state, and downloads what it shows', async () => {
  const { id, wave } = await keptEstimate(store, { ...large, name: '春季知晓率调查' })
  expect(await lead.html('/desk/estimates?search=春季')).toContain(id)
  expect(await lead.html('/desk/estimates?search=100%25')).toContain('没有')
  expect(await lead.html('/desk/estimates?state=withdrawn')).not.toContain(wave.name)
  expect((await lead.get('/desk/estimates/export.xlsx?search=春季')).status).toBe(200)
  expect(await newestEntry()).toMatchObject({ action: 'estimate.export', detail: { rows: 1 } })
})
