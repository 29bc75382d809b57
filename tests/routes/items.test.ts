import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE, HERE } from '../support/desk'
import { textOf } from '../support/survey-files'
import { fieldsFor, handIn, newVisitor, sit } from '../support/visitor'
import { answeredWave, DISTRICT } from '../support/waves'

type AtDesk = Awaited<ReturnType<typeof atDesk>>

async function rowsAt(visitor: AtDesk, path: string): Promise<unknown[][]> {
  const rows: unknown[][] = []
  await readSheet(new Uint8Array(await (await visitor.get(path)).arrayBuffer()), async (batch) => {
    rows.push(...batch.map(({ cells }) => cells))
  })
  return rows
}

describe('the items of a wave', () => {
  test('are not there before it is closed, neither as a page nor as a sheet nor in the list', async () => {
    const open = await answeredWave(store, { isClosed: false, instrumentId: 'core-20-b' })
    const admin = await atDesk('admin')
    expect((await admin.get(`/desk/items/waves/${open.id}`)).status).toBe(404)
    expect((await admin.get(`/desk/items/waves/${open.id}/export.xlsx`)).status).toBe(404)
    expect(await admin.html(`/desk/items?search=${open.id}`)).not.toContain(`/desk/items/waves/${open.id}`)
  })

  test('show a sentence, the key and the figures once it is closed', async () => {
    const closed = await answeredWave(store, { design: { takePerCluster: 12 } })
    const admin = await atDesk('admin')
    expect(await admin.html(`/desk/items?kind=wave&search=${closed.id}`)).toContain(`/desk/items/waves/${closed.id}`)
    const text = textOf(await admin.html(`/desk/items/waves/${closed.id}`))
    expect(text).toContain('1. 打119时，最先应该说清什么？')
    expect(text).toMatch(/KR-20 = -?\d\.\d\d，95% 区间/)
    expect(text).toContain('按整卷答对的多少分')
    const [titles = [], first = []] = await rowsAt(admin, `/desk/items/waves/${closed.id}/export.xlsx`)
    expect(titles.slice(0, 3)).toEqual(['题号', '题目', '人数'])
    expect(first[2]).toBe(72)
    expect(Number(first[4])).toBeGreaterThan(0.6)
    const [last] = (await store.db.select().from(store.tables.auditEntries)).slice(-1)
    expect(last).toMatchObject({ action: 'wave.export', subjectId: closed.id })
  })

  test('of few people have no figures, and of fewer than ten not even a number', async () => {
    const admin = await atDesk('admin')
    const few = textOf(await admin.html(`/desk/items/waves/${(await answeredWave(store, { units: 12 })).id}`))
    expect(few).toContain('人数还少（12 人）')
    expect(few).not.toContain('答对率')
    const hidden = textOf(await admin.html(`/desk/items/waves/${(await answeredWave(store, { units: 9 })).id}`))
    expect(hidden).toContain('不到 10 人答过，先不显示')
    expect(hidden).not.toContain('9 人')
  })

  test('belong to the place of the wave', async () => {
    const wave = await answeredWave(store, { regionCode: HERE })
    const elsewhere = await atDesk('survey-lead', { regionCode: ELSEWHERE })
    expect((await elsewhere.get(`/desk/items/waves/${wave.id}`)).status).toBe(404)
    expect(await elsewhere.html('/desk/items?kind=wave')).not.toContain(wave.id)
    expect(
      (await (await atDesk('survey-lead', { regionCode: DISTRICT })).get(`/desk/items/waves/${wave.id}`)).status,
    ).toBe(200)
  })
})

describe('the questions of a quiz', () => {
  test('count the first paper of each learner and no later one', async () => {
    const moduleId = 'gas-leak'
    for (let learner = 0; learner < 12; learner++) {
      const visitor = newVisitor()
      const paper = await sit(visitor, moduleId)
      await handIn(visitor, paper, fieldsFor(paper))
      if (learner === 0) {
        const again = await sit(visitor, moduleId)
        await handIn(visitor, again, [])
      }
    }
    const admin = await atDesk('admin')
    const text = textOf(await admin.html(`/desk/items/modules/${moduleId}`))
    expect(text).toContain('共 12 人')
    expect(text).toContain('所以不算整卷的信度')
    expect(text).not.toMatch(/KR-20/)
    const rows = await rowsAt(admin, `/desk/items/modules/${moduleId}/export.xlsx`)
    const people = rows.slice(1).map((cells) => Number(cells[2] ?? 0))
    expect(Math.max(...people)).toBeLessThanOrEqual(12)
  })

  test('of a module that is not there are not there', async () => {
    const admin = await atDesk('admin')
    expect((await admin.get('/desk/items/modules/no-such-module')).status).toBe(404)
    expect((await admin.get('/desk/items/waves/no-such-wave')).status).toBe(404)
    expect(textOf(await admin.html('/desk/items?search=no-such-thing'))).toContain('没有符合条件的测验或调查')
  })
})
