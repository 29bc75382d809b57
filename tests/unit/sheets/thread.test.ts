import { describe, expect, test } from 'vitest'
import { readSheet } from '#app/sheets/read-sheet.server'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { csv, fixture, refusalOf, xlsx } from './made-files'

const lines = (count: number) => csv('张三,1\n'.repeat(count))

describe('rows are handed over', () => {
  test('in batches of at most 500, the next only when the last was taken', async () => {
    const sizes: number[] = []
    let isTaking = false
    const read = await readSheet(lines(1_250), async (rows) => {
      expect(isTaking).toBe(false)
      isTaking = true
      await new Promise((resolve) => setImmediate(resolve))
      sizes.push(rows.length)
      isTaking = false
    })
    expect(read).toMatchObject({ ok: true, rowCount: 1_250 })
    expect(sizes).toEqual([500, 500, 250])
  })

  test('in smaller batches when the texts are long', async () => {
    const sharedStrings = `<si><t>${'字'.repeat(30_000)}</t></si>`
    const bytes = await xlsx({ sharedStrings, sheets: ['<row><c t="s"><v>0</v></c></row>'.repeat(100)] })
    const sizes: number[] = []
    await readSheet(bytes, async (rows) => void sizes.push(rows.length))
    expect(sizes).toEqual([35, 35, 30])
  })

  test('until the taker throws: the work stops and the error is thrown on', async () => {
    let batches = 0
    const read = readSheet(lines(5_000), async () => {
      batches += 1
      throw new Error('the disk is full')
    })
    await expect(read).rejects.toThrow('the disk is full')
    expect(batches).toBe(1)
  })

  test('and the bytes of the caller stay as they were', async () => {
    for (const bytes of [lines(3), lines(3_000), new Uint8Array(lines(3_000))]) {
      const before = [...bytes]
      await readSheet(bytes, async () => {})
      expect([...bytes]).toEqual(before)
    }
  })
})

test('however many files come at once, each is read, two at a time', async () => {
  let reading = 0
  let most = 0
  const read = async (count: number) => {
    let isFirst = true
    const result = await readSheet(lines(count), async () => {
      if (isFirst) reading += 1
      isFirst = false
      most = Math.max(most, reading)
      await new Promise((resolve) => setImmediate(resolve))
    })
    reading -= 1
    return result.ok ? result.rowCount : result.refusal
  }
  const counts = [1, 2, 600, 4, 1_100, 6, 7]
  expect(await Promise.all(counts.map(read))).toEqual(counts)
  expect(most).toBeLessThanOrEqual(2)
})

test('a place is free again after a refusal, an error and a thread that was stopped', async () => {
  for (let times = 0; times < 3; times++) {
    expect(await refusalOf(fixture('bomb.xlsx'))).toBe('unpacks-too-large')
    expect(await refusalOf(lines(5), { limits: { milliseconds: 1 } })).toBe('damaged')
    const thrown = readSheet(lines(5), () => Promise.reject(new Error('stop')))
    await expect(thrown).rejects.toThrow('stop')
  }
  expect(await refusalOf(lines(5))).toBe('read')
})

test('an error while the rows are made is thrown on', async () => {
  function* rows() {
    yield ['a']
    throw new Error('the query failed')
  }
  await expect(writeSheet([{ name: 'a', columns: null, rows: rows() }])).rejects.toThrow('the query failed')
})
