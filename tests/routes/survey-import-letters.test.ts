import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { readEstimateInput } from '#app/measure/awareness/estimate-input.server'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { fileWave, keptIn, preview, stemsIn, textOf, xlsxOf } from '../support/survey-files'
import { lettersOfPeople, type People, slipped } from '../support/survey-letters'

type World = Awaited<ReturnType<typeof fileWave>>

const fileOf = ({ wave }: World, people: readonly string[][]) =>
  xlsxOf([['年龄', ...stemsIn(wave.instrument)], ...people.map((cells, row) => [20 + (row % 50), ...cells])])

const peopleOf = ({ wave }: World, people: Partial<People> = {}) =>
  lettersOfPeople(wave.instrument, { rows: 60, seed: 'people', know: 0.75, ...people })

const confirm = (fields: Record<string, string>) => ({ ...fields, intent: 'confirm', leavesOut: 'yes' })

/** Closes the wave and reads what its estimate is computed from; the page of the estimate as well. */
async function estimateOf({ wave, lead }: World) {
  const now = new Date()
  await closeWave(store, { scope: wholeDistrict, trail: { ...lead.account.trail, now }, id: wave.id })
  const closed = (await findWave(store, wholeDistrict, wave.id)) ?? expect.unreachable('the wave has gone')
  const settings = {
    weighting: 'none',
    trim: null,
    missing: 'skippedIsWrong',
    singlePsu: 'adjust',
    ageBands: [18, 45, 60],
    fewestPerCell: 20,
  } as const
  const input = await readEstimateInput(store, closed, {
    scope: wholeDistrict,
    settings: { ...settings, ageBands: [...settings.ageBands] },
    now,
  })
  return { notes: input?.notes, text: textOf(await lead.html(`/desk/surveys/${wave.id}/estimate`)) }
}

describe('a file of letters', () => {
  test('whose columns have slipped by one is refused once for all of them, whatever is ticked, and says what to do', async () => {
    const world = await fileWave()
    const { text, fields } = await preview(world.lead, world.path, await fileOf(world, slipped(peopleOf(world))))
    expect(text.match(/像是错了一列/g)).toHaveLength(1)
    expect(text).toMatch(/第 [\d–、]+ 列写的是字母/)
    expect(text).toContain('请把字母换成选项的文字，再导入')
    expect(text).not.toContain('写入 ')
    expect((await world.lead.post(world.path, confirm(fields))).status).toBe(400)
    expect(await keptIn(world.wave)).toEqual([])
  })

  test('that holds is written without a doubt, and its estimate says nothing of one', async () => {
    const world = await fileWave()
    const { text, fields } = await preview(world.lead, world.path, await fileOf(world, peopleOf(world)))
    expect(text).not.toContain('有的列可能没有对上题')
    expect(textOf(await world.lead.submit(world.path, confirm(fields)))).toContain('已导入 60 份答卷')
    const { notes, text: page } = await estimateOf(world)
    expect(notes).not.toHaveProperty('doubtfulFile')
    expect(page).not.toContain('文件里的列可能没有对上题')
  })

  test('that may or may not hold is written with a doubt, which whoever estimates reads', async () => {
    const world = await fileWave()
    const guessed = peopleOf(world, { know: 0, unsure: 0 })
    const { text, fields } = await preview(world.lead, world.path, await fileOf(world, guessed))
    expect(text).toContain('有的列可能没有对上题')
    expect(text).toContain('写入 60 份答卷')
    await world.lead.post(world.path, confirm(fields))
    const { notes, text: page } = await estimateOf(world)
    expect(notes).toMatchObject({ doubtfulFile: 60 })
    expect(page).toContain('文件里的列可能没有对上题')
  })

  test('with letters that items do not have cannot be taken without the rows that show it', async () => {
    const world = await fileWave()
    const strange = peopleOf(world).map((cells, row) => (row % 5 === 0 ? cells.with(3, 'F').with(4, 'E') : cells))
    const { text, fields } = await preview(world.lead, world.path, await fileOf(world, strange))
    expect(text).toContain('第 5、6 列都有不少格子写着题目没有的字母或数字')
    expect((await world.lead.post(world.path, confirm(fields))).status).toBe(400)
    expect(await keptIn(world.wave)).toEqual([])
  })
})

test('a column chosen for an item that its title does not name is refused, once for all that are as far off', async () => {
  const world = await fileWave()
  const { fields } = await preview(world.lead, world.path, await fileOf(world, peopleOf(world, { rows: 3 })))
  const items = Object.keys(fields).filter((name) => name.startsWith('item.'))
  const moved = Object.fromEntries(items.map((name, at) => [name, fields[items[at + 1] ?? ''] ?? '']))
  const answer = await world.lead.post(world.path, { ...fields, ...moved, intent: 'confirm' })
  const text = textOf(await answer.text())
  expect(answer.status).toBe(400)
  expect(text.match(/列的列名都是别的题/g)).toHaveLength(1)
  expect(text).toContain(`是第 2 题，现在对着第 1 题`)
  expect(await keptIn(world.wave)).toEqual([])
})
