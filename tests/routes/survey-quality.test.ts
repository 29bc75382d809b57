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
  test('have what was chosen while the wave is open, and what was right only once it is closed', async () => {
    const open = await answeredWave(store, { isClosed: false })
    const closed = await answeredWave(store)
    const admin = await atDesk('admin')
    const [titles = [], ...rows] = await rowsAt(admin, `/desk/surveys/${open.id}/answers.xlsx`)
    expect(titles.filter((title) => String(title).endsWith(' 对'))).toEqual([])
    expect(titles).toContain('core-01')
    expect(rows.length).toBeGreaterThan(20)
    const [marked = [], first = []] = await rowsAt(admin, `/desk/surveys/${closed.id}/answers.xlsx`)
    const right = first[marked.indexOf('core-01')] === closed.instrument.items['core-01']?.correct[0] ? 1 : 0
    expect(first[marked.indexOf('core-01 对')]).toBe(right)
    const [last] = (await store.db.select().from(store.tables.auditEntries)).slice(-1)
    expect(last).toMatchObject({ action: 'response.export', subjectId: closed.id, detail: { closed: true } })
  })

  test('hold neither keys of persons nor codes of households', async () => {
    const wave = await answeredWave(store, { isClosed: false })
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
