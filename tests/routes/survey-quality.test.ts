import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE, HERE } from '../support/desk'
import { textOf } from '../support/survey-files'
import { answeredWave, DISTRICT, newWave } from '../support/waves'

async function rowsAt(visitor: Awaited<ReturnType<typeof atDesk>>, path: string): Promise<unknown[][]> {
  const rows: unknown[][] = []
  await readSheet(new Uint8Array(await (await visitor.get(path)).arrayBuffer()), async (batch) => {
    rows.push(...batch.map(({ cells }) => cells))
  })
  return rows
}

/** Gives the first responses of a wave to an interviewer, as if they had asked. */
async function asked(waveId: string, accountId: string, seconds: number) {
  const { surveyResponses } = store.tables
  await store.atomically((tx) => [
    tx.update(surveyResponses).set({ accountId, seconds }).where(eq(surveyResponses.waveId, waveId)),
  ])
}

describe('the page of quality', () => {
  test('shows counts by interviewer and no results, before and after closing', async () => {
    for (const isClosed of [false, true]) {
      const wave = await answeredWave(store, { isClosed })
      const interviewer = await atDesk('interviewer', { regionCode: DISTRICT })
      await asked(wave.id, interviewer.account.id, 480)
      const auditor = await atDesk('auditor')
      const text = textOf(await auditor.html(`/desk/surveys/${wave.id}/quality`))
      expect(text).toContain('用时的中位数是 8.0 分钟')
      expect(text).toContain(interviewer.account.name)
      expect(text).toContain('有提示不等于有错')
      expect(text).not.toMatch(/答对|知晓率是|正确率/)
    }
  })

  test('tells two interviewers of one name apart by what they sign in with, and one alone by the name', async () => {
    const wave = await answeredWave(store)
    const { surveyResponses } = store.tables
    const [one, two] = [
      await atDesk('interviewer', { regionCode: DISTRICT }),
      await atDesk('interviewer', { regionCode: DISTRICT }),
    ]
    await asked(wave.id, one.account.id, 480)
    const admin = await atDesk('admin')
    const alone = textOf(await admin.html(`/desk/surveys/${wave.id}/quality`))
    expect(alone).toContain('周敏')
    expect(alone).not.toContain(one.account.login)
    const [first] = await store.db.select().from(surveyResponses).where(eq(surveyResponses.waveId, wave.id))
    await store.atomically((tx) => [
      tx
        .update(surveyResponses)
        .set({ accountId: two.account.id })
        .where(eq(surveyResponses.id, first?.id ?? '')),
    ])
    const both = textOf(await admin.html(`/desk/surveys/${wave.id}/quality`))
    for (const { account } of [one, two]) expect(both).toContain(`周敏（${account.login}）`)
  })

  test('of a wave without answers says so, and is not there for another street', async () => {
    const wave = await newWave(store, { regionCode: HERE })
    const [lead, other] = [
      await atDesk('survey-lead', { regionCode: HERE }),
      await atDesk('survey-lead', { regionCode: ELSEWHERE }),
    ]
    expect(textOf(await lead.html(`/desk/surveys/${wave.id}/quality`))).toContain('还没有答卷')
    expect((await other.get(`/desk/surveys/${wave.id}/quality`)).status).toBe(404)
    expect((await other.get(`/desk/surveys/${wave.id}/answers.xlsx`)).status).toBe(404)
  })
})

describe('the responses as a sheet', () => {
  test('are there only once the wave is closed: from what was chosen one could work the result out', async () => {
    const open = await answeredWave(store, { isClosed: false, instrumentId: 'core-20-b' })
    const closed = await answeredWave(store, { instrumentId: 'core-10-a' })
    const admin = await atDesk('admin')
    const refused = await admin.get(`/desk/surveys/${open.id}/answers.xlsx`)
    expect([refused.status, refused.headers.get('Location')]).toEqual([302, `/desk/surveys/${open.id}`])
    expect(await admin.html(`/desk/surveys/${open.id}/quality`)).not.toMatch(/answers\.xlsx|data-column="不清楚"/)
    const [marked = [], first = []] = await rowsAt(admin, `/desk/surveys/${closed.id}/answers.xlsx`)
    const [item = '', { correct: [key] = [] } = {}] = Object.entries(closed.instrument.items)[0] ?? []
    expect(first[marked.indexOf(`${item} 对`)]).toBe(first[marked.indexOf(item)] === key ? 1 : 0)
    const [last] = (await store.db.select().from(store.tables.auditEntries)).slice(-1)
    expect(last).toMatchObject({ action: 'response.export', subjectId: closed.id })
  })

  test('lack what was right, and the items their page, while another wave asks by the same questionnaire', async () => {
    const closed = await answeredWave(store, { instrumentId: 'core-10-b' })
    const admin = await atDesk('admin')
    expect((await admin.get(`/desk/items/waves/${closed.id}`)).status).toBe(200)
    await answeredWave(store, { isClosed: false, instrumentId: 'core-10-b', regionCode: ELSEWHERE })
    expect((await admin.get(`/desk/items/waves/${closed.id}`)).status).toBe(404)
    expect(await admin.html('/desk/items')).not.toContain(closed.name)
    const [titles = []] = await rowsAt(admin, `/desk/surveys/${closed.id}/answers.xlsx`)
    expect(titles.filter((title) => String(title).endsWith(' 对'))).toEqual([])
  })

  test('hold neither keys of persons nor codes of households', async () => {
    const wave = await answeredWave(store)
    const { surveyResponses, surveyUnits } = store.tables
    await store.atomically((tx) => [
      tx.update(surveyResponses).set({ personKey: 'key-of-a-person' }).where(eq(surveyResponses.waveId, wave.id)),
    ])
    const units = await store.db
      .select({ code: surveyUnits.code })
      .from(surveyUnits)
      .where(eq(surveyUnits.waveId, wave.id))
    const cells = (await rowsAt(await atDesk('admin'), `/desk/surveys/${wave.id}/answers.xlsx`)).flat().map(String)
    expect(cells.filter((cell) => cell === 'key-of-a-person' || units.some(({ code }) => code === cell))).toEqual([])
  })
})
