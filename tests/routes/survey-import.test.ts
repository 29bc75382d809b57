import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { lettersOf } from '#app/measure/surveys/file-answer'
import { wholeDistrict } from '#app/people/places/scope'
import type { OutCell } from '#app/sheets/write-sheet.server'
import { atDesk, ELSEWHERE, HERE, regionAt } from '../support/desk'
import {
  answersOf,
  choose,
  fieldsOf,
  fileWave,
  keptIn,
  preview,
  stemsIn,
  textOf,
  wordsOfOption,
  xlsxOf,
} from '../support/survey-files'
import { DISTRICT, drawnWave } from '../support/waves'

const PERSON_TITLES = ['性别', '年龄', '所在街道', '权重', '手机号']

type World = Awaited<ReturnType<typeof fileWave>>

/** A file with a title above its table, stems as titles, and answers in words. */
function fileOf(
  { wave: { instrument } }: World,
  persons: OutCell[][],
  change: (cells: OutCell[], row: number) => void = () => {},
) {
  const items = itemIdsOf(instrument)
  const rows = persons.map((person, row) => {
    const cells: OutCell[] = answersOf(instrument, row).map((option, at) =>
      wordsOfOption(instrument, items[at] ?? '', option),
    )
    change(cells, row)
    return [...person, ...cells]
  })
  return xlsxOf([['居民消防知识调查结果'], [...PERSON_TITLES, ...stemsIn(instrument)], ...rows])
}

const PERSONS: OutCell[][] = [
  ['女', 31, '梧桐街道', 1.5, '13800000001'],
  ['男', 42, HERE, 0.5, '13800000002'],
  ['', '53岁', '河湾街道', '2', '13800000003'],
]

test('a survey whose days are over is opened for its file, takes it, and takes nothing else', async () => {
  const world = await fileWave({ fieldFrom: '2026-03-01', fieldTo: '2026-03-31' })
  const { lead, path, wave } = world
  const { fields } = await preview(lead, path, await fileOf(world, PERSONS))
  expect(await lead.submit(path, confirm(fields))).toContain('已导入 3 份答卷')
  expect(await keptIn(wave)).toHaveLength(3)
  expect(await lead.html(`/desk/surveys/${wave.id}/paper`)).toContain('这批调查已经结束')
})

const confirm = (fields: Record<string, string>) => ({ ...fields, intent: 'confirm' })
const newestEntry = async () => (await store.db.select().from(store.tables.auditEntries)).at(-1)

describe('a finished survey from elsewhere', () => {
  test('is understood by its titles, shown, and written only when it is confirmed', async () => {
    const world = await fileWave()
    const { lead, path, wave } = world
    const { html, text, fields } = await preview(lead, path, await fileOf(world, PERSONS))
    expect(text).toContain('写入 3 份答卷')
    expect(text).not.toContain('有问题的 ')
    expect(fields['role.weight']).toBe('3')
    expect(await keptIn(wave)).toEqual([])
    expect(html).not.toContain('13800000001')
    expect(await lead.submit(path, confirm(fields))).toContain('已导入 3 份答卷')
    const kept = await keptIn(wave)
    const [here, elsewhere] = [await regionAt(HERE), await regionAt(ELSEWHERE)]
    expect(
      kept.map(({ sex, age, weight, regionId, mode, tier }) => ({ sex, age, weight, regionId, mode, tier })),
    ).toEqual([
      { sex: 'female', age: 31, weight: 1.5, regionId: here.id, mode: 'file', tier: 'P' },
      { sex: 'male', age: 42, weight: 0.5, regionId: here.id, mode: 'file', tier: 'P' },
      { sex: null, age: 53, weight: 2, regionId: elsewhere.id, mode: 'file', tier: 'P' },
    ])
    const items = itemIdsOf(wave.instrument)
    expect(kept.map(({ answers }) => items.map((id) => answers[id]))).toEqual(
      [0, 1, 2].map((row) => answersOf(wave.instrument, row)),
    )
    expect(JSON.stringify(kept)).not.toContain('1380000')
    expect(await newestEntry()).toMatchObject({
      action: 'response.import',
      subjectId: wave.id,
      detail: { rows: 3, faulty: 0, samePerson: 0 },
    })
  })

  test('may hold letters, which are read as the printed questionnaire has them and said so', async () => {
    const world = await fileWave()
    const { lead, path, wave } = world
    const [first = ''] = itemIdsOf(wave.instrument)
    const bytes = await fileOf(world, PERSONS, (cells, row) => {
      cells[0] = ['B', 'd', '不知道'][row] ?? null
    })
    const { text, fields } = await preview(lead, path, bytes)
    expect(text).toContain('按本批印出来的问卷读')
    await lead.post(path, confirm(fields))
    const order = lettersOf(wave.instrument).get(first) ?? []
    expect((await keptIn(wave)).map(({ answers }) => answers[first])).toEqual([order[1], order[3], 'unsure'])
  })

  test('sent twice is written once', async () => {
    const world = await fileWave()
    const bytes = await fileOf(world, PERSONS)
    const once = await preview(world.lead, world.path, bytes)
    await world.lead.post(world.path, confirm(once.fields))
    const again = await preview(world.lead, world.path, bytes)
    expect(again.text).toContain('这个文件已经导入过了')
    expect((await world.lead.post(world.path, confirm(again.fields))).status).toBe(400)
    expect(await keptIn(world.wave)).toHaveLength(3)
  })

  test('keeps its mapping and offers it for the next file', async () => {
    const world = await fileWave()
    const { lead, path } = world
    const first = await preview(lead, path, await fileOf(world, PERSONS.slice(0, 1)), '一月.xlsx')
    // The column of weights is not one after all.
    await lead.post(path, confirm({ ...first.fields, 'role.weight': '' }))
    const second = await preview(lead, path, await fileOf(world, PERSONS.slice(1)), '二月.xlsx')
    expect(second.text).toContain('上次导入“一月.xlsx”')
    expect(second.fields['role.weight']).toBe('')
    expect(second.text).toContain('没有选权重列')
  })

  test('is refused when it is no table, and when it says nothing about the questionnaire', async () => {
    const { lead, path } = await fileWave()
    const picture = await choose(lead, path, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), '图.xlsx')
    expect(picture.status).toBe(400)
    const other = await choose(
      lead,
      path,
      await xlsxOf([
        ['姓名', '电话'],
        ['赵一', '1'],
      ]),
    )
    expect([other.status, textOf(await other.text()).includes('没有找到这份问卷的题目')]).toEqual([400, true])
    expect((await lead.post(path, {})).status).toBe(400)
    expect((await lead.post(path, { intent: 'confirm', draft: 'x' })).status).toBe(400)
  })

  test('cannot come into a wave that is over, even when it was read before', async () => {
    const world = await fileWave()
    const { fields } = await preview(world.lead, world.path, await fileOf(world, PERSONS))
    await closeWave(store, {
      scope: wholeDistrict,
      trail: { ...world.lead.account.trail, now: new Date() },
      id: world.wave.id,
    })
    const answer = await world.lead.post(world.path, confirm(fields))
    expect([answer.status, textOf(await answer.text()).includes('已经结束，不能再收答卷')]).toEqual([400, true])
    expect(await keptIn(world.wave)).toEqual([])
  })

  test('belongs to whoever uploaded it and to its wave', async () => {
    const world = await fileWave()
    const { at, fields } = await preview(world.lead, world.path, await fileOf(world, PERSONS))
    const other = await fileWave()
    const html = await other.lead.html(at)
    expect(textOf(html)).toContain('刚才的文件已经过期了')
    expect((await world.lead.post(other.path, confirm(fields))).status).toBe(400)
    const interviewer = await atDesk('interviewer', { regionCode: HERE })
    expect((await interviewer.get(world.path)).status).toBe(403)
    const elsewhere = await atDesk('survey-lead', { regionCode: ELSEWHERE })
    expect((await elsewhere.get(world.path)).status).toBe(404)
  })

  test('cannot come into a draft', async () => {
    const lead = await atDesk('survey-lead', { regionCode: DISTRICT })
    const draft = await drawnWave(store, { accountId: lead.account.id })
    expect(textOf(await lead.html(`/desk/surveys/${draft.id}/import`))).toContain('还没有开始，现在不能导入')
  })

  test('has its choices kept when the mapping is looked at again', async () => {
    const world = await fileWave()
    const { fields } = await preview(world.lead, world.path, await fileOf(world, PERSONS))
    const html = await (await world.lead.post(world.path, { ...fields, intent: 'check', 'role.sex': '' })).text()
    expect(fieldsOf(html)).toEqual({ ...fields, 'role.sex': '' })
    expect((await world.lead.post(world.path, { ...fields, intent: 'check', 'role.sex': '999' })).status).toBe(400)
  })
})
