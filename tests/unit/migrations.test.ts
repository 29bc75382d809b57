import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { describe, expect, test } from 'vitest'
import * as schema from '#drizzle/schema/index'

describe('migrations', () => {
  const folder = 'drizzle/sqlite/migrations'
  const newest = readdirSync(`${folder}/meta`)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  const snapshot = JSON.parse(readFileSync(`${folder}/meta/${newest}`, 'utf8'))

  /** Every column and index of a database after the statements have run, but for the words to search in, which are FTS5's. */
  function shapeAfter(statements: readonly string[]): unknown[] {
    const database = new Database(':memory:')
    for (const statement of statements) database.exec(statement)
    return database
      .prepare(
        `select t.name as "table", c.name, c.type, c."notnull", c.dflt_value, c.pk
         from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'search\\_%' escape '\\' order by 1, 2`,
      )
      .all()
      .concat(
        database.prepare("select tbl_name, name, sql from sqlite_master where type = 'index' order by 1, 2").all(),
      )
  }

  test('generating once more would add nothing', async () => {
    const current = await generateSQLiteDrizzleJson(schema, snapshot.id)
    expect(await generateSQLiteMigration(snapshot, current)).toEqual([])
  })

  test('a changed schema would be seen', async () => {
    const { regions: _, ...others } = schema
    const current = await generateSQLiteDrizzleJson(others, snapshot.id)
    expect(await generateSQLiteMigration(snapshot, current)).not.toEqual([])
  })

  test('run one after another they make the tables of the schema', async () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
    const migrated = shapeAfter(files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')))
    const empty = await generateSQLiteDrizzleJson({})
    const fresh = shapeAfter(await generateSQLiteMigration(empty, await generateSQLiteDrizzleJson(schema)))
    expect(migrated).toEqual(fresh)
    expect(migrated.length).toBeGreaterThan(80)
  })
})
