/** 跟访 as the survey lead and the interviewer meet it. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { makeLinks } from '#app/measure/surveys/tokens.server'
import { assignUnits } from '#app/measure/surveys/units.server'
import { wholeDistrict } from '#app/people/places/scope'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk } from '../support/desk'
import { keptEstimateOf } from '../support/kept-estimate'
import { newVisitor } from '../support/visitor'
import { answeredWave, answerUnits, DISTRICT, newWave, openedFollowUp, unitsOf } from '../support/waves'

const lead = await atDesk('survey-lead', { regionCode: DISTRICT })
const pathOf = (id: string, page = '') => `/desk/surveys/${id}${page}`
const DAYS = { fieldFrom: '2099-11-01', fieldTo: '2099-11-30' }

/** What the form of a follow-up holds: the id of what it will make. */
const idIn = (html: string): string => /name="id" value="([^"]+)"/.exec(html)?.[1] ?? ''

describe('a follow-up', () => {
  test('is offered with a closed wave, made from a name and days, and leads back to it', async () => {
    const earlier = await answeredWave(store, { units: 12 })
    expect(await lead.html(pathOf(earlier.id))).toContain(pathOf(earlier.id, '/follow-up'))
    const form = await lead.html(pathOf(earlier.id, '/follow-up'))
    expect(form).toContain('上次答完的 12 户会放进新的样本')
    const id = idIn(form)
    const page = await lead.submit(pathOf(earlier.id, '/follow-up'), { id, name: '培训以后', ...DAYS })
    for (const text of [
      '跟访批次已新建。',
      '这是跟访批次',
      pathOf(earlier.id),
      '跟访：只问上次答过的那同一个人',
      '不和目标比',
    ])
      expect(page).toContain(text)
    for (const page of ['/plan', '/follow-up'])
      expect(await lead.html(pathOf(id))).not.toContain(`"${pathOf(id, page)}"`)
    expect(await lead.html(pathOf(earlier.id))).toContain('培训以后')
  })

  test('says at each field what is wrong, and keeps what was typed', async () => {
    const earlier = await answeredWave(store, { units: 12 })
    const sent = { name: '', fieldFrom: '2026-12-01', fieldTo: '2026-11-01' }
    const answer = await lead.post(pathOf(earlier.id, '/follow-up'), sent)
    const html = await answer.text()
    expect(answer.status).toBe(400)
    for (const text of ['这一项要填', '最后一天不能早于第一天', '2026-12-01']) expect(html).toContain(text)
  })

  test('does not begin before the wave that it follows has ended', async () => {
    const earlier = await answeredWave(store, { units: 12 })
    const sent = { name: '太早', fieldFrom: '2020-01-01', fieldTo: '2020-02-01' }
    const answer = await lead.post(pathOf(earlier.id, '/follow-up'), sent)
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('前一批问到')])
    const id = idIn(await lead.html(pathOf(earlier.id, '/follow-up')))
    await lead.submit(pathOf(earlier.id, '/follow-up'), { id, name: '第二次', ...DAYS })
    expect((await lead.post(pathOf(id, '/edit'), sent)).status).toBe(400)
  })

  test('of a wave that is open, or that is one itself, says what to do instead', async () => {
    const open = await answeredWave(store, { units: 12, isClosed: false })
    const followUp = await openedFollowUp(store, await answeredWave(store, { units: 12 }))
    expect(await lead.html(pathOf(open.id, '/follow-up'))).toContain('结束以后，才能再问同一批人')
    expect(await lead.html(pathOf(followUp.id, '/follow-up'))).toContain('请到它前面的那一批新建跟访')
    const answer = await lead.post(pathOf(followUp.id, '/follow-up'), { name: '第三次', ...DAYS })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('请到它前面的那一批新建跟访')])
  })

  test('as a draft changes its name and days only', async () => {
    const earlier = await answeredWave(store, { units: 12 })
    const id = idIn(await lead.html(pathOf(earlier.id, '/follow-up')))
    await lead.submit(pathOf(earlier.id, '/follow-up'), { id, name: '第二次', ...DAYS })
    const form = await lead.html(pathOf(id, '/edit'))
    expect(form).toContain('第二次')
    expect(form).not.toContain('name="instrumentId"')
    expect(await lead.submit(pathOf(id, '/edit'), { name: '改了名', ...DAYS })).toContain('改了名')
    const drawn = await lead.post(pathOf(id, '/sample'), { intent: 'draw' })
    expect([drawn.status, await drawn.text()]).toEqual([400, expect.stringContaining('跟访批次问谁')])
  })

  test('is not there for an ordinary wave’s form of changes, nor the other way round', async () => {
    const draft = await newWave(store)
    const answer = await lead.post(pathOf(draft.id, '/edit'), { name: '只有名称', ...DAYS })
    expect(answer.status).toBe(400)
  })
})

describe('whom to ask', () => {
  test('stands on the interviewer’s pages and on the call sheet, in the place of a Kish table', async () => {
    const followUp = await openedFollowUp(store, await answeredWave(store, { units: 12 }))
    const [unit] = await unitsOf(store, followUp.id)
    const visitor = await atDesk('interviewer', { regionCode: DISTRICT })
    const change = {
      scope: wholeDistrict,
      trail: { ...lead.account.trail, accountId: lead.account.id },
      id: followUp.id,
    }
    await assignUnits(store, change, new Map([[unit?.clusterId ?? '', visitor.account.id]]))
    const page = await visitor.html(`/desk/interviews/${unit?.id}`)
    expect(page).toMatch(/上次（\d{4}-\d\d-\d\d）答题的是：女，那时 20 岁/)
    expect(page).not.toContain('男的从大到小排')
    expect(page).not.toContain('name="eligible"')
    expect(await visitor.html('/desk/interviews/field')).toMatch(/data-again="上次（[^"]*女，那时 20 岁"/)
    const file = await lead.get(pathOf(followUp.id, '/sample/export.xlsx'))
    const rows: unknown[] = []
    await readSheet(new Uint8Array(await file.arrayBuffer()), async (part) => void rows.push(...part))
    expect(JSON.stringify(rows)).toContain('女，那时 20 岁')
  })

  test('stands on the page behind a link, on the paper and in the form for other apps', async () => {
    const followUp = await openedFollowUp(store, await answeredWave(store, { units: 12 }))
    const links = await makeLinks(store, wholeDistrict, { waveId: followUp.id, clusterId: null }, lead.account.trail)
    const page = await newVisitor().html(`/survey/answer?t=${links?.[0]?.token}`)
    expect(page).toContain('请上次答过这份问卷的那一位来答')
    expect(page).toContain('会和上次的对在一起')
    expect(page).not.toContain('name="eligible"')
    expect(await lead.html(pathOf(followUp.id, '/questionnaire'))).toContain('会和上次的对在一起')
    const form = await lead.get(pathOf(followUp.id, '/xlsform.xlsx'))
    const rows: unknown[] = []
    await readSheet(new Uint8Array(await form.arrayBuffer()), async (part) => void rows.push(...part))
    expect(JSON.stringify(rows)).toContain('会和上次的对在一起')
  })
})

test('the estimates of both rounds stand beside each other, with the pairs, who is missing, and no talk of an effect', async () => {
  const earlier = await answeredWave(store, { rate: 0.5 })
  const before = await keptEstimateOf(store, earlier)
  const now = await keptEstimateOf(store, await answerUnits(store, await openedFollowUp(store, earlier), { rate: 0.8 }))
  const page = await lead.html(`/desk/estimates/${now.id}?with=${before.id}`)
  for (const text of [
    '同一批人前后变化',
    '上一批认得出的 30 人里，两次都答了的有 30 人',
    '不叫“培训效果”',
    '不会→会',
    '这是跟访：',
  ])
    expect(page).toContain(text)
  expect(page).toContain('包括这次没答的人')
})

test('the estimate of a follow-up is not published: who has been asked before does not stand for the residents', async () => {
  const followUp = await answerUnits(store, await openedFollowUp(store, await answeredWave(store)))
  const { id } = await keptEstimateOf(store, followUp)
  expect(await lead.html(`/desk/estimates/${id}`)).not.toContain('value="publish"')
  const answer = await lead.post(`/desk/estimates/${id}`, { intent: 'publish' })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('跟访不能公布')])
  expect(await newVisitor().html('/awareness')).not.toContain('每 100 道基础题')
})

test('an estimate that was kept before persons were marked says what to do', async () => {
  const earlier = await answeredWave(store)
  const before = await keptEstimateOf(store, earlier)
  const { estimates } = store.tables
  const respondents = before.input.respondents.map(({ person: _, ...rest }) => rest)
  const old = { id: newId(), waveId: earlier.id, regionId: earlier.regionId, note: '', createdBy: earlier.createdBy }
  const [kept] = await store.db.select().from(estimates).where(eq(estimates.id, before.id))
  const input = { ...before.input, respondents }
  await store.atomically((tx) => [
    tx.insert(estimates).values({ ...old, input, result: kept?.result, createdAt: new Date() }),
  ])
  const now = await keptEstimateOf(store, await answerUnits(store, await openedFollowUp(store, earlier)))
  const page = await lead.html(`/desk/estimates/${now.id}?with=${old.id}`)
  expect(page).toContain('没有记下谁是谁')
  expect(page).not.toContain('认得出的 0 人')
})
