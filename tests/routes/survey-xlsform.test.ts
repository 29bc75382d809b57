import { beforeAll, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import type { Wave } from '#app/measure/surveys/waves.server'
import { xlsForm } from '#app/measure/surveys/xlsform'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE } from '../support/desk'
import { answersOf, fileWave, keptIn, preview, xlsxOf } from '../support/survey-files'
import { openedWave, unitsOf } from '../support/waves'

let world: Awaited<ReturnType<typeof fileWave>>
beforeAll(async () => {
  world = await fileWave()
})

async function sheetAt(waveId: string, visitor: Awaited<ReturnType<typeof atDesk>>, name: string): Promise<string[][]> {
  const response = await visitor.get(`/desk/surveys/${waveId}/xlsform.xlsx`)
  const rows: string[][] = []
  await readSheet(
    new Uint8Array(await response.arrayBuffer()),
    async (batch) => {
      rows.push(...batch.map(({ cells }) => cells.map((cell) => String(cell ?? ''))))
    },
    { sheetNames: [name] },
  )
  return rows
}

describe('the questionnaire as an XLSForm', () => {
  test('has every item under its own id, with its options as choices', async () => {
    const { wave, lead } = world
    const survey = await sheetAt(wave.id, lead, 'survey')
    const choices = await sheetAt(wave.id, lead, 'choices')
    expect(survey[0]?.slice(0, 4)).toEqual(['type', 'name', 'label::中文 (zh)', 'label::English (en)'])
    const items = itemIdsOf(wave.instrument)
    const asked = survey.filter(([type, name]) => type?.startsWith('select_') && items.includes(name ?? ''))
    expect(asked.map(([, name]) => name)).toEqual(items)
    expect(asked.find(([, name]) => name === 'education-2')?.[0]).toBe('select_multiple education-2')
    expect(asked[0]?.slice(0, 3)).toEqual(['select_one core-01', 'core-01', '打119时，最先应该说清什么？'])
    const options = choices.filter(([list]) => list === 'core-01').map(([, name]) => name)
    expect(options.toSorted()).toEqual(['address', 'cause', 'identity', 'unsure'])
    expect(options.at(-1)).toBe('unsure')
    expect(survey.find(([, name]) => name === 'age')).toContain('. >= 18 and . <= 75')
    const [settingTitles, settings] = await sheetAt(wave.id, lead, 'settings')
    expect(settingTitles).toEqual(['form_title', 'form_id', 'version', 'default_language'])
    expect(settings?.slice(1, 3)).toEqual(['core-20', wave.instrumentVersion])
  })

  test('holds no key: with any other key it is the same form', () => {
    const { wave } = world
    const items = Object.entries(wave.instrument.items).map(([id, item]) => [
      id,
      { ...item, point: '', correct: [item.options.at(-1) ?? ''] },
    ])
    const other = { ...wave.instrument, items: Object.fromEntries(items) }
    expect(xlsForm({ ...wave, hasUnits: false })).toEqual(xlsForm({ ...wave, instrument: other, hasUnits: false }))
  })

  test('asks for the code of the household where a sample was drawn, with a constraint', async () => {
    const drawn = await openedWave(store)
    const lead = await atDesk('survey-lead', { regionCode: drawn.region.code })
    const code = (await sheetAt(drawn.id, lead, 'survey')).find(([, name]) => name === 'unit_code')
    const [, pattern = ''] = /regex\(\., '(.*)'\)/.exec(code?.join(' ') ?? '') ?? []
    const [unit] = await unitsOf(store, drawn.id)
    expect(new RegExp(pattern).test(unit?.code ?? '')).toBe(true)
    expect(new RegExp(pattern).test('0OIL1')).toBe(false)
    const elsewhere = await atDesk('survey-lead', { regionCode: ELSEWHERE })
    expect((await elsewhere.get(`/desk/surveys/${drawn.id}/xlsform.xlsx`)).status).toBe(404)
  })
})

test('asks how many people the household has where one was to be chosen and the code says which household', async () => {
  const asked = async (drawn: Wave) => {
    const lead = await atDesk('survey-lead', { regionCode: drawn.region.code })
    return (await sheetAt(drawn.id, lead, 'survey')).find(([, name]) => name === 'eligible')
  }
  const line = await asked(await openedWave(store))
  expect(line?.[0]).toBe('integer')
  expect(line).toContain('住在这里、18–75 岁的有几位（连您在内）')
  expect(line).toContain('. >= 1 and . <= 99')
  expect(await asked(await openedWave(store, { design: { household: 'persons' } }))).toBeUndefined()
  expect(await asked(world.wave)).toBeUndefined()
})

/** What KoboToolbox exports: groups before the names, one cell of ids and one column an option for a multiple choice. */
const KOBO_OWN = ['_id', '_uuid', '_submission_time']

describe('answers to that form', () => {
  test('come back from KoboToolbox without anybody choosing a column', async () => {
    const { wave, lead, path } = world
    const items = itemIdsOf(wave.instrument)
    const said = answersOf(wave.instrument, 0)
    const titles = [
      'start',
      'end',
      'street',
      'sex',
      'age',
      'mode',
      'proxy',
      ...items.map((id) => (id.startsWith('core-') ? `core/${id}` : `background/${id}`)),
      ...KOBO_OWN,
    ]
    const person = [
      '2026-11-24T09:00:00.000+08:00',
      '2026-11-24T09:07:30.000+08:00',
      '990101001000',
      'female',
      '33',
      'phone',
      'yes',
    ]
    const cells = items.map((id, at) => (id === 'education-2' ? 'phone talk' : (said[at] ?? '')))
    const { fields, text } = await preview(
      lead,
      path,
      await xlsxOf([titles, [...person, ...cells, '12', 'uuid', '2026-11-24T01:08:00']]),
      'kobo.xlsx',
    )
    expect(text).toContain('写入 1 份答卷')
    await lead.post(path, { ...fields, intent: 'confirm' })
    const kept = (await keptIn(wave)).find(({ age }) => age === 33)
    expect(kept).toMatchObject({ sex: 'female', mode: 'phone', isProxy: true, seconds: 450 })
    expect(kept?.answers['education-2']).toBe('phone talk')
    expect(items.filter((id) => id !== 'education-2').map((id) => kept?.answers[id])).toEqual(
      said.filter((_, at) => items[at] !== 'education-2'),
    )
  })

  test('come back as CSV with columns of 0 and 1 for the options', async () => {
    const { wave, lead, path } = world
    const items = itemIdsOf(wave.instrument)
    const titles = items.flatMap((id) =>
      id === 'education-2'
        ? ['background/education-2/phone', 'background/education-2/station', 'background/education-2/none']
        : [`g/${id}`],
    )
    const cells = items.flatMap((id, at) =>
      id === 'education-2' ? ['1', '1', '0'] : [answersOf(wave.instrument, 1)[at] ?? ''],
    )
    const csv = new TextEncoder().encode(
      `${['sex', 'age', ...titles].join(',')}\n${['male', '58', ...cells].join(',')}\n`,
    )
    const { fields } = await preview(lead, path, csv, 'kobo.csv')
    expect(fields['item.education-2']).toBe('split')
    await lead.post(path, { ...fields, intent: 'confirm' })
    const kept = (await keptIn(wave)).find(({ age }) => age === 58)
    expect(kept?.answers['education-2']).toBe('phone station')
    expect(kept?.answers['core-01']).toBe(answersOf(wave.instrument, 1)[0])
  })

  test('with the code of a household belong to it, once', async () => {
    const drawn = await openedWave(store)
    const lead = await atDesk('survey-lead', { regionCode: drawn.region.code })
    const path = `/desk/surveys/${drawn.id}/import`
    const [unit] = await unitsOf(store, drawn.id)
    const titles = ['unit_code', 'age', ...itemIdsOf(drawn.instrument)]
    const row = (code: string, age: number) => [code, age, ...answersOf(drawn.instrument, age)]
    const { fields } = await preview(lead, path, await xlsxOf([titles, row(unit?.code.toLowerCase() ?? '', 30)]))
    await lead.post(path, { ...fields, intent: 'confirm' })
    expect((await keptIn(drawn)).map(({ unitId, tier }) => [unitId, tier])).toEqual([[unit?.id, 'P']])
    expect((await unitsOf(store, drawn.id))[0]?.disposition).toBe('complete')
    const again = await preview(lead, path, await xlsxOf([titles, row(unit?.code ?? '', 31), row('22222', 32)]))
    expect(again.text).toContain('这一户已经有答卷了')
    expect(again.text).toContain('没有这个样本编号')
  })

  test('bring how many people the household has, where one was to be chosen', async () => {
    for (const [household, kept] of [
      ['kish', 3],
      ['persons', null],
    ] as const) {
      const drawn = await openedWave(store, { design: { household } })
      const lead = await atDesk('survey-lead', { regionCode: drawn.region.code })
      const path = `/desk/surveys/${drawn.id}/import`
      const [one, two] = await unitsOf(store, drawn.id)
      const titles = ['unit_code', 'eligible', ...itemIdsOf(drawn.instrument)]
      const row = (code: string, eligible: string) => [code, eligible, ...answersOf(drawn.instrument, 1)]
      const rows = [titles, row(one?.code ?? '', '3'), row(two?.code ?? '', '')]
      const { fields } = await preview(lead, path, await xlsxOf(rows))
      expect('role.eligible' in fields).toBe(household === 'kish')
      await lead.post(path, { ...fields, intent: 'confirm' })
      const [first, second] = await unitsOf(store, drawn.id)
      expect(first).toMatchObject({ disposition: 'complete', eligible: kept, visits: 0 })
      expect(second).toMatchObject({ disposition: 'complete', eligible: null })
      const wrong = await preview(lead, path, await xlsxOf([titles, row(two?.code ?? '', '100')]))
      expect(wrong.text.includes('人数请写 1–99 的数字')).toBe(household === 'kish')
    }
  })
})
