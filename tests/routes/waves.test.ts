import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { frameOf } from '#app/measure/surveys/sample.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { setPopulation } from '#app/people/places/populations.server'
import { wholeDistrict } from '#app/people/places/scope'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { atDesk, ELSEWHERE, HERE, newAccount, regionAt } from '../support/desk'
import { deedsOf } from '../support/staff'
import { answeredWave, DISTRICT, drawnWave, newWave, openedWave, unitsOf } from '../support/waves'

const lead = await atDesk('survey-lead', { regionCode: DISTRICT })
const auditor = await atDesk('auditor')
const street = await regionAt(HERE)
const pathOf = (id: string, page = '') => `/desk/surveys/${id}${page}`

/** What the form of a new wave sends, as it stands when only its name and place are filled in. */
const FORM = {
  name: '秋季居民调查',
  regionId: street.id,
  instrumentId: 'core-20',
  tier: 'P',
  firstStage: 'pps',
  household: 'kish',
  clustersPerStratum: '2',
  takePerCluster: '10',
  'mode-face': 'yes',
  ageFrom: '18',
  ageTo: '75',
  fieldFrom: '2026-12-01',
  fieldTo: '2026-12-31',
  planId: 'tongzhou',
}

describe('a new wave', () => {
  test('is made once from a form sent twice, and says what to do next', async () => {
    const form = await lead.html('/desk/surveys/new')
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
    for (const text of ['随机抽样（P）', '自愿参加或定额（Q）', '计划未规定口径', '20 道知识题'])
      expect(form).toContain(text)
    expect(await lead.submit('/desk/surveys/new', { ...FORM, id })).toContain('已新建。')
    const page = await lead.submit('/desk/surveys/new', { ...FORM, id })
    expect(page).toContain('抽样框')
    expect(page).toContain('知晓率 85 %。计划未规定口径，按总体知晓率判定。')
    expect(await deedsOf(store, id)).toEqual(['wave.add'])
  })

  test('keeps all that was typed and says at each field what is wrong', async () => {
    const wrong = {
      ...FORM,
      name: '',
      ageFrom: '9',
      clustersPerStratum: '0',
      fieldTo: '2026-11-01',
      takePerCluster: '12',
    }
    const { 'mode-face': _, ...sent } = wrong
    const answer = await lead.post('/desk/surveys/new', sent)
    const html = await answer.text()
    expect(answer.status).toBe(400)
    for (const text of ['这一项要填。', '请填 1 到 1000 之间的整数。', 'value="12"', 'value="9"'])
      expect(html).toContain(text)
    const later = await lead.post('/desk/surveys/new', { ...sent, name: '甲', clustersPerStratum: '2' })
    const text = await later.text()
    for (const said of ['最后一天不能早于第一天。', '请勾选监护人同意已安排好', '请至少选一种问法。'])
      expect(text).toContain(said)
  })

  test('takes younger people with their guardians’ consent only, and nobody below seven', async () => {
    expect((await lead.post('/desk/surveys/new', { ...FORM, ageFrom: '7', minors: 'yes' })).status).toBe(302)
    expect((await lead.post('/desk/surveys/new', { ...FORM, ageFrom: '6', minors: 'yes' })).status).toBe(400)
  })

  test.each(['2026-02-30', '26-1-1', 'tomorrow', ''])('refuses %j as a day', async (fieldFrom) => {
    expect((await lead.post('/desk/surveys/new', { ...FORM, fieldFrom })).status).toBe(400)
  })

  test('refuses a place that is not in the scope', async () => {
    const here = await atDesk('survey-lead', { regionCode: HERE })
    const elsewhere = (await regionAt(ELSEWHERE)).id
    const answer = await here.post('/desk/surveys/new', { ...FORM, regionId: elsewhere })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('请从列表里选一个区或街道')])
  })
})

describe('the list of waves', () => {
  test('is searched, filtered, and the file that is downloaded', async () => {
    const draft = await newWave(store, { name: '待找的草案' })
    const open = await openedWave(store, { name: '待找的访问' })
    const html = await auditor.html('/desk/surveys?search=待找&status=field')
    expect(html).toContain(open.id)
    expect(html).not.toContain(draft.id)
    expect(html).not.toContain('/desk/surveys/new')
    expect(await auditor.html('/desk/surveys?search=月球')).toContain('没有符合条件的记录')
    const file = await auditor.get('/desk/surveys/export.xlsx?search=待找')
    expect(file.headers.get('Content-Type')).toContain('spreadsheetml')
  })
})

describe('the planner', () => {
  test('answers a form that only changes the address, and its answer is taken over', async () => {
    const wave = await newWave(store)
    const fields = {
      rate: '90',
      margin: '3',
      population: '150000',
      responseRate: '60',
      deff: '1.5',
      take: '10',
      correlation: '0.05',
      streets: '3',
    }
    const html = await lead.html(pathOf(wave.id, `/plan?${new URLSearchParams(fields)}`))
    for (const text of ['960', '575', '采用这个方案']) expect(html).toContain(text)
    expect(await lead.submit(pathOf(wave.id, '/plan'), { ...fields, intent: 'take' })).toContain('样本量已采用')
    expect((await findWave(store, wholeDistrict, wave.id))?.design).toMatchObject({
      clustersPerStratum: 32,
      takePerCluster: 10,
      planned: { completes: 575, invites: 959, deff: 1.5 },
    })
  })

  test('says at the field what it cannot calculate with', async () => {
    const wave = await newWave(store)
    const html = await lead.html(
      pathOf(wave.id, '/plan?rate=100&margin=x&responseRate=60&take=10&correlation=0&streets=1'),
    )
    for (const text of ['请填 1 到 99。', '请填 0.5 到 40。', 'value="x"']) expect(html).toContain(text)
    expect(html).not.toContain('采用这个方案')
  })
})

describe('the frame', () => {
  const fileOf = async (rows: (string | number)[][]) => {
    const columns = ['街道', '社区编码', '社区名称', '户数'].map((title) => ({ title }))
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await writeSheet([{ name: '抽样框', columns, rows }]))], 'frame.xlsx'))
    return form
  }
  const upload = async (id: string, rows: (string | number)[][]) =>
    lead.send(pathOf(id, '/frame'), { method: 'POST', body: await fileOf(rows) })

  test('is written only when the preview has been confirmed', async () => {
    const wave = await newWave(store)
    const rows = [
      ['梧桐街道', '990101001001', '梧桐里社区', 412],
      ['河湾街道', '990101002001', '河湾社区', 300],
    ]
    const location = (await upload(wave.id, rows)).headers.get('Location') ?? ''
    expect(await lead.html(location)).toContain('确认，替换抽样框')
    expect(await frameOf(store, wholeDistrict, wave.id)).toEqual([])
    const draft = new URL(location, 'http://x').searchParams.get('draft') ?? ''
    expect(await lead.submit(pathOf(wave.id, '/frame'), { intent: 'confirm', draft })).toContain('抽样框已保存。')
    expect((await frameOf(store, wholeDistrict, wave.id)).map(({ size, stratum }) => [size, stratum])).toEqual([
      [412, HERE],
      [300, ELSEWHERE],
    ])
    expect(await deedsOf(store, wave.id)).toContain('wave.frame')
  })

  test('of another wave is not what a draft holds', async () => {
    const [one, other] = [await newWave(store), await newWave(store)]
    const location = (await upload(one.id, [['', '990101001001', '', 10]])).headers.get('Location') ?? ''
    const draft = new URL(location, 'http://x').searchParams.get('draft') ?? ''
    await lead.post(pathOf(other.id, '/frame'), { intent: 'confirm', draft })
    expect(await frameOf(store, wholeDistrict, other.id)).toEqual([])
  })

  test('with a fault is refused whole, row by row', async () => {
    const wave = await newWave(store)
    const answer = await upload(wave.id, [
      ['', '990101001009', '', 10],
      ['', '990101001001', '', 0],
    ])
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('户数要填大于 0 的整数。')
    expect((await upload(wave.id, [['', '990101001009', '', 10]])).status).toBe(400)
    const garbage = new FormData()
    garbage.set('file', new File(['%PDF-1.7 \u0000'], 'x.xlsx'))
    expect((await lead.send(pathOf(wave.id, '/frame'), { method: 'POST', body: garbage })).status).toBe(400)
  })

  test('is taken from the places that are known once all have a population', async () => {
    const wave = await newWave(store, { regionCode: ELSEWHERE })
    expect(
      await (await lead.post(pathOf(wave.id, '/frame'), { intent: 'takeKnown', perHousehold: '2.5' })).text(),
    ).toContain('还有 2 个社区没有人口数')
    const trail = (await newAccount('admin')).trail
    for (const code of ['990101002001', '990101002002'])
      await setPopulation(
        store,
        { scope: wholeDistrict, trail, id: (await regionAt(code)).id },
        {
          year: 2025,
          source: '试',
          rows: [{ sex: 'female', ageFrom: 0, ageTo: 200, people: 1000 }],
        },
      )
    expect(await lead.submit(pathOf(wave.id, '/frame'), { intent: 'takeKnown', perHousehold: '2.5' })).toContain(
      '已保存',
    )
    expect((await frameOf(store, wholeDistrict, wave.id)).map(({ size }) => size)).toEqual([400, 400])
  })

  test('comes as a sheet with the communities filled in', async () => {
    const wave = await newWave(store)
    const response = await lead.get(pathOf(wave.id, '/frame/template.xlsx'))
    expect([response.status, response.headers.get('Content-Disposition')]).toEqual([
      200,
      expect.stringContaining('xlsx'),
    ])
  })
})

describe('the sample', () => {
  test('is drawn with a seed that is shown, and given to an interviewer of the scope', async () => {
    const wave = await drawnWave(store)
    const html = await lead.submit(pathOf(wave.id, '/sample'), { intent: 'draw', seed: '' })
    expect(html).toMatch(/种子：[0-9a-f]{16}/)
    const interviewer = await newAccount('interviewer', { regionCode: HERE })
    const [cluster] = (await frameOf(store, wholeDistrict, wave.id)).filter(({ probability }) => probability)
    const fields = { intent: 'assign', [`to:${cluster?.id}`]: interviewer.id }
    expect(await lead.submit(pathOf(wave.id, '/sample'), fields)).toContain('分工已保存。')
    const units = await unitsOf(store, wave.id)
    expect(units.filter(({ interviewerId }) => interviewerId === interviewer.id)).toHaveLength(5)
    const stranger = await newAccount('organizer', { regionCode: HERE })
    const refused = await lead.post(pathOf(wave.id, '/sample'), { ...fields, [`to:${cluster?.id}`]: stranger.id })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('请重新选。')])
    expect((await auditor.get(pathOf(wave.id, '/sample/export.xlsx'))).status).toBe(200)
  })

  test('is not drawn from a seed that is none, and not in the field', async () => {
    const wave = await openedWave(store)
    const form = { intent: 'draw', seed: '' }
    expect((await lead.post(pathOf(wave.id, '/sample'), form)).status).toBe(400)
    const draft = await drawnWave(store)
    const html = await (await lead.post(pathOf(draft.id, '/sample'), { ...form, seed: 'abc' })).text()
    expect(html).toContain('种子要 16 位')
  })
})

describe('opening and closing', () => {
  test('want the box ticked, and cannot be undone', async () => {
    const wave = await drawnWave(store)
    expect((await lead.post(pathOf(wave.id), { intent: 'open' })).status).toBe(400)
    expect(await lead.submit(pathOf(wave.id), { intent: 'open', sure: 'yes' })).toContain('访问开始了。')
    expect(await lead.html(pathOf(wave.id))).toContain('还有 30 户没有结果')
    expect(await lead.submit(pathOf(wave.id), { intent: 'close', sure: 'yes' })).toContain('访问结束了。')
    expect((await lead.post(pathOf(wave.id), { intent: 'open', sure: 'yes' })).status).toBe(400)
    for (const page of ['/edit', '/plan', '/frame', '/sample'])
      expect((await lead.post(pathOf(wave.id, page), { ...FORM, intent: 'draw' })).status, page).toBe(400)
  })
})

test('a wave in the field shows how far it is, and nothing of what anybody answered', async () => {
  const wave = await answeredWave(store, { isClosed: false, rate: 1 })
  const html = await auditor.html(pathOf(wave.id))
  expect(html).toContain('应答率 100.0 %（30 / 30）')
  for (const page of ['', '/plan', '/frame', '/sample']) {
    const text = await auditor.html(pathOf(wave.id, page))
    expect(text).not.toContain('"correct"')
    for (const { stem } of Object.values(wave.instrument.words['zh-CN'].items)) expect(text).not.toContain(stem)
  }
})
