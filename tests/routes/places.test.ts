import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { readPlacesFile } from '#app/people/places/places-import.server'
import { populationsOf } from '#app/people/places/populations.server'
import { wholeDistrict } from '#app/people/places/scope'
import { atDesk, ELSEWHERE, HERE, newOrganization, regionAt } from '../support/desk'

const admin = await atDesk('admin')
const organizer = await atDesk('organizer', { regionCode: HERE })
const pathOf = async (code: string) => `/desk/places/${(await regionAt(code)).id}`

describe('the list of places', () => {
  test('shows each with its code and level, and finds one by its name', async () => {
    const html = await admin.html('/desk/places')
    for (const text of ['梧桐街道（演示）', '990101001000', '网格', '现在用的是演示地区']) expect(html).toContain(text)
    const found = await admin.html('/desk/places?search=水塔')
    expect(found).toContain('990101002002')
    expect(found).not.toContain('990101001000')
    expect(found).toContain('/desk/places/export.xlsx?search=%E6%B0%B4%E5%A1%94')
  })

  test('says what to do when nothing fits', async () => {
    expect(await admin.html('/desk/places?search=月球')).toContain('没有符合条件的记录')
  })

  test('ends where the scope ends, and who may only read gets no form', async () => {
    const html = await organizer.html('/desk/places')
    expect(html).toContain('990101001001')
    expect(html).not.toContain(ELSEWHERE)
    expect(html).not.toContain('/desk/places/new')
    expect(await organizer.html(await pathOf(HERE))).not.toContain('value="close"')
  })

  test('is the file that is downloaded', async () => {
    const response = await organizer.get('/desk/places/export.xlsx')
    expect(response.headers.get('Content-Disposition')).toContain('.xlsx')
    const read = await readPlacesFile(new Uint8Array(await response.arrayBuffer()))
    expect(read.ok && read.file.regions.map(({ code }) => code)).toEqual([HERE, '990101001001', '990101001002'])
  })
})

describe('a place', () => {
  test('outside the scope is not found', async () => {
    expect((await organizer.get(await pathOf(ELSEWHERE))).status).toBe(404)
    expect((await admin.get('/desk/places/nothing')).status).toBe(404)
  })

  test('shows where it lies, what lies below it and the organizations in it', async () => {
    await newOrganization('990101003001')
    const html = await admin.html(await pathOf('990101003000'))
    for (const text of ['知火区（演示）', '石桥村（演示）', '共有 1 个单位', '/desk/organizations?region=990101003000'])
      expect(html).toContain(text)
  })

  test('is added with a code, and what was typed stays when it is refused', async () => {
    const wrong = await admin.post('/desk/places/new', { code: '9901', name: '某社区' })
    expect(wrong.status).toBe(400)
    const html = await wrong.text()
    expect(html).toContain('代码要 12 位数字')
    expect(html).toContain('value="某社区"')
    expect(await admin.submit('/desk/places/new', { code: '990101002009', name: '柳树社区' })).toContain('已新增。')
    expect((await regionAt('990101002009')).name).toBe('柳树社区')
  })

  test('is not added by who may only read', async () => {
    expect((await organizer.post('/desk/places/new', { code: '990101001009', name: '某社区' })).status).toBe(403)
  })

  test('is renamed, closed and put back in use', async () => {
    const path = await pathOf('990101001002')
    expect(await admin.submit(path, { intent: 'rename', name: ' 大钟楼社区 ' })).toContain('名称已改。')
    expect((await regionAt('990101001002')).name).toBe('大钟楼社区')
    expect(await admin.submit(path, { intent: 'rename', name: '' })).toContain('这一项要填。')
    expect(await admin.submit(path, { intent: 'close' })).toContain('已关闭。')
    expect(await admin.html('/desk/places')).not.toContain('大钟楼社区')
    expect(await admin.submit(path, { intent: 'reopen' })).toContain('已恢复使用。')
  })

  test('is not closed while something is open below, and the page says what', async () => {
    const response = await admin.post(await pathOf('990101000000'), { intent: 'close' })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/还有 \d+ 个下级地区、\d+ 个单位在用/)
  })

  test('is merged into another of its level', async () => {
    const into = await regionAt('990101003002')
    const path = await pathOf('990101003001')
    expect(await admin.submit(path, { intent: 'merge', into: '' })).toContain('只能并入同级的另一个地区')
    expect(await admin.submit(path, { intent: 'merge', into: into.id })).toContain('已合并。')
    expect(await admin.html(path)).toContain('已并入南岭村（演示）')
  })

  test.each<Record<string, string>>([{}, { intent: 'burn' }, { intent: 'merge', into: 'nothing' }])(
    'an odd form is not found: %j',
    async (fields) => {
      expect((await admin.post(await pathOf(HERE), fields)).status).toBe(404)
    },
  )
})

describe('the population of a place', () => {
  const fields = {
    year: '2025',
    source: '统计年鉴',
    'band-0': '0-59',
    'female-0': '120',
    'male-0': '1,100',
    'band-1': '60岁以上',
  }

  test('is saved from the form and shown with its source', async () => {
    const path = await pathOf('990101002001')
    expect(await admin.html(`${path}/population`)).toContain('value="18-39"')
    const html = await admin.submit(`${path}/population`, fields)
    for (const text of ['人口已保存。', '2025 年，共 1220 人', '来源：统计年鉴']) expect(html).toContain(text)
    const [known] = await populationsOf(store, wholeDistrict, (await regionAt('990101002001')).id)
    expect(known?.rows.map(({ people }) => people)).toEqual([120, 1100])
    expect(await admin.html(`${path}/population?year=2025`)).toContain('value="1100"')
  })

  test('with a mistake stays as it was typed, each mistake at its field', async () => {
    const wrong = { ...fields, 'band-0': '60-0', 'male-0': '-5', 'female-1': '3', 'band-1': '', source: '' }
    const response = await admin.post(`${await pathOf('990101002002')}/population`, wrong)
    expect(response.status).toBe(400)
    const html = await response.text()
    for (const text of ['年龄段写成 18-39', '不能是负数', '请写上年龄段', 'value="-5"', '这一项要填。'])
      expect(html).toContain(text)
  })

  test('with bands that overlap is refused with a sentence', async () => {
    const overlap = { ...fields, 'band-1': '59+', 'female-1': '3' }
    const response = await admin.post(`${await pathOf('990101002002')}/population`, overlap)
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('年龄段有重叠')])
  })

  test('is not to be changed by who may only read', async () => {
    expect((await organizer.get(`${await pathOf(HERE)}/population`)).status).toBe(403)
    expect((await organizer.post(`${await pathOf(HERE)}/population`, fields)).status).toBe(403)
  })
})
