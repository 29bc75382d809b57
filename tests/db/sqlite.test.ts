import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSqliteStore, openSqlite } from '#app/db/sqlite.server'
import { isTaken, type Store } from '#app/db/store.server'
import * as tables from '#drizzle/schema/index'
import { rawDatabase } from '../support/world'

let folder: string
let file: string
let opened: { close(): void }[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhihuo-'))
  file = join(folder, 'a', 'deep', 'folder', 'district.db')
  opened = []
})
afterEach(() => {
  for (const store of opened) store.close()
  rmSync(folder, { recursive: true })
})

function open(): Store {
  const store = createSqliteStore(file)
  opened.push(store)
  return store
}

const street = (id: string, code = id) => ({
  id,
  code,
  name: id,
  level: 'street' as const,
  parentId: null,
  isDemo: true,
})
const insert = (store: Store, ...rows: ReturnType<typeof street>[]) =>
  store.atomically((tx) => rows.map((row) => tx.insert(store.tables.regions).values(row)))
const ids = async (store: Store) => (await store.db.select().from(store.tables.regions)).map(({ id }) => id)

describe('an opened file', () => {
  test('is in WAL mode, checks foreign keys, and waits five seconds for another writer', () => {
    const { sqlite } = openSqlite(file)
    opened.push(sqlite)
    const pragma = (name: string) => sqlite.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('busy_timeout')).toBe(5000)
    expect(pragma('synchronous')).toBe(1)
  })

  test('is created with its folders, and keeps what was written when it is opened again', async () => {
    await insert(open(), street('one'))
    expect(await ids(open())).toEqual(['one'])
  })
})

describe('the migrations', () => {
  test('give an empty file every table of the schema with every column, and applying them again does nothing', () => {
    open()
    const database = rawDatabase(open())
    for (const table of Object.values(tables) as SQLiteTable[]) {
      const { name, columns } = getTableConfig(table)
      const found = database.pragma(`table_info(${name})`) as { name: string }[]
      expect(found.map((column) => column.name).toSorted(), name).toEqual(
        columns.map((column) => column.name).toSorted(),
      )
    }
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
  })

  test('have each been applied once', () => {
    open()
    const database = rawDatabase(open())
    const journal = JSON.parse(readFileSync('drizzle/sqlite/migrations/meta/_journal.json', 'utf8')) as {
      entries: unknown[]
    }
    const files = readdirSync('drizzle/sqlite/migrations').filter((name) => name.endsWith('.sql'))
    const [{ applied }] = database.prepare('select count(*) as applied from __drizzle_migrations').all() as [
      { applied: number },
    ]
    expect([applied, files.length]).toEqual([journal.entries.length, journal.entries.length])
  })
})

describe('atomically', () => {
  test('writes all statements', async () => {
    const store = open()
    await insert(store, street('one'), street('two'))
    expect(await ids(store)).toEqual(['one', 'two'])
  })

  test('writes none when a later one is refused, and the store works on', async () => {
    const store = open()
    await insert(store, street('one'))
    await expect(insert(store, street('two'), street('three'), street('one'))).rejects.toThrow('UNIQUE')
    expect(await ids(store)).toEqual(['one'])
    await insert(store, street('two'))
    expect(await ids(store)).toEqual(['one', 'two'])
  })

  test('writes none when building the list fails', async () => {
    const store = open()
    const broken = store.atomically((tx) => {
      tx.insert(store.tables.regions).values(street('one'))
      throw new Error('our own mistake')
    })
    await expect(broken).rejects.toThrow('our own mistake')
    expect(await ids(store)).toEqual([])
  })

  test('refuses what breaks a foreign key or a check', async () => {
    const store = open()
    const { learners, attemptResults, surveyResponses } = store.tables
    const learner = { id: 'mei', mergedInto: null, regionId: 'atlantis', createdAt: new Date(0) }
    await expect(store.atomically((tx) => [tx.insert(learners).values(learner)])).rejects.toThrow('FOREIGN KEY')
    const result = { attemptId: 'x', closedAt: new Date(0), closedBy: 'learner' as const, passed: true, counted: true }
    const tooMany = { ...result, correctCount: 11, itemCount: 10 }
    await expect(store.atomically((tx) => [tx.insert(attemptResults).values(tooMany)])).rejects.toThrow('CHECK')
    const response = {
      id: 'x',
      instrumentId: 'x',
      instrumentVersion: 'x',
      tier: 'Q' as const,
      submittedAt: new Date(0),
      day: 'x',
    }
    const more = { ...response, asked: 20, answered: 5, correct: 6 }
    await expect(store.atomically((tx) => [tx.insert(surveyResponses).values(more)])).rejects.toThrow('CHECK')
  })
})

describe('isTaken', () => {
  const failure = (work: Promise<void>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    )

  test('is true for a key that is there already, primary or unique', async () => {
    const store = open()
    await insert(store, street('one'))
    expect(isTaken(await failure(insert(store, street('one', 'other'))))).toBe(true)
    expect(isTaken(await failure(insert(store, street('other', 'one'))))).toBe(true)
  })

  test('is false for every other failure', async () => {
    const store = open()
    const { learners } = store.tables
    const learner = { id: 'mei', mergedInto: null, regionId: 'atlantis', createdAt: new Date(0) }
    expect(isTaken(await failure(store.atomically((tx) => [tx.insert(learners).values(learner)])))).toBe(false)
    expect(isTaken(new Error('UNIQUE'))).toBe(false)
  })
})

describe('two connections on one file', () => {
  test('see what the other has written', async () => {
    const [one, other] = [open(), open()]
    await insert(one, street('one'))
    await insert(other, street('two'))
    expect(await ids(one)).toEqual(['one', 'two'])
    expect(await ids(other)).toEqual(['one', 'two'])
  })

  test('a reader is not stopped by a writer, and sees nothing of a write that is rolled back', async () => {
    const [one, other] = [open(), open()]
    const writer = rawDatabase(one)
    writer.exec('begin immediate')
    writer.exec(
      `insert into regions (id, code, name, level, parent_id, is_demo) values ('one', 'one', 'one', 'street', null, 1)`,
    )
    expect(await ids(other)).toEqual([])
    writer.exec('rollback')
    expect(await ids(other)).toEqual([])
  })

  test('a key taken by one is taken for the other', async () => {
    const [one, other] = [open(), open()]
    await insert(one, street('one'))
    await expect(insert(other, street('two'), street('one'))).rejects.toThrow('UNIQUE')
    expect(await ids(one)).toEqual(['one'])
  })
})
