/** 跟访 by files: both rounds were asked elsewhere, and a column of persons puts them together. */
import { expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { findWave, type Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import type { OutCell } from '#app/sheets/write-sheet.server'
import { keptEstimateOf } from '../support/kept-estimate'
import { answersOf, fileWave, preview, stemsIn, wordsOfOption, xlsxOf } from '../support/survey-files'
import { openedFollowUp } from '../support/waves'

type Lead = Awaited<ReturnType<typeof fileWave>>['lead']

/** Person number i answers item k with its option (i + k + shift): another shift, other answers. */
function fileOf({ instrument }: Wave, persons: { phone: string; sex: string; age: number }[], shift: number) {
  const items = itemIdsOf(instrument)
  const rows = persons.map(({ phone, sex, age }, at): OutCell[] => [
    ...[phone, sex, age],
    ...answersOf(instrument, at + shift).map((option, place) => wordsOfOption(instrument, items[place] ?? '', option)),
  ])
  return xlsxOf([['手机号', '性别', '年龄', ...stemsIn(instrument)], ...rows])
}

/** Imports the file, closes the wave, and keeps its estimate. */
async function take(lead: Lead, wave: Wave, file: Uint8Array) {
  const path = `/desk/surveys/${wave.id}/import`
  const { fields } = await preview(lead, path, file)
  expect(await lead.submit(path, { ...fields, intent: 'confirm' })).toContain('已导入')
  const trail = { ...lead.account.trail, now: new Date() }
  await closeWave(store, { scope: wholeDistrict, trail, id: wave.id })
  const closed = await findWave(store, wholeDistrict, wave.id)
  if (!closed) throw new Error('the wave has gone')
  return { closed, estimate: await keptEstimateOf(store, closed) }
}

const PEOPLE = Array.from({ length: 40 }, (_, at) => ({
  phone: String(13_800_000_000 + at),
  sex: at % 2 === 0 ? '女' : '男',
  age: 20 + at,
}))

test('of two files the persons that both name make the pairs; who is missing or another one is counted', async () => {
  const { wave, lead } = await fileWave({ tier: 'Q' })
  const first = await take(lead, wave, await fileOf(wave, PEOPLE, 0))
  expect(await lead.html(`/desk/surveys/${wave.id}/follow-up`)).toContain('另有 40 份答卷是从文件导入的')
  const followUp = await openedFollowUp(store, first.closed)
  // Two do not come again, and the third phone has been handed to somebody else.
  const again = PEOPLE.slice(2).map((one, at) => (at === 0 ? { ...one, sex: '男' } : one))
  const second = await take(lead, followUp, await fileOf(followUp, again, 1))
  const page = await lead.html(`/desk/estimates/${second.estimate.id}?with=${first.estimate.id}`)
  expect(page).toContain('上一批认得出的 40 人里，两次都答了的有 37 人')
  expect(page).toContain('2 人这次没有答；1 人的性别或年龄对不上')
  expect(page).toContain('不是随机抽样：只说这些人自己，不给区间')
  const marks = first.estimate.input.respondents.map(({ person }) => person)
  expect(new Set(marks).size).toBe(40)
  expect(JSON.stringify(first.estimate.input)).not.toContain('13800000')
})
