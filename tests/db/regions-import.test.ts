import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { readListQuery } from '#app/http/list-query'
import { isDemoCode } from '#app/people/places/code'
import { exportPlaces } from '#app/people/places/places-export.server'
import type { PlacesFile } from '#app/people/places/places-file'
import { applyPlaces, planForPlaces, readPlacesFile } from '#app/people/places/places-import.server'
import { changesNothing } from '#app/people/places/places-plan'
import { OLDEST } from '#app/people/places/population-bands'
import { populationsOf } from '#app/people/places/populations.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type OutCell, writeSheet } from '#app/sheets/write-sheet.server'
import { HERE } from '../support/desk'
import { createPlaces, elsewhereScope, hereScope, traces } from '../support/places'
import { everyRow } from '../support/world'

const sheet = (name: string, titles: string[], rows: OutCell[][]) => ({
  name,
  columns: titles.map((title) => ({ title })),
  rows,
})
const regionSheet = (...rows: OutCell[][]) => sheet('地区', ['代码', '名称', '级别'], rows)
const peopleSheet = (...rows: OutCell[][]) => sheet('人口', ['代码', '年份', '性别', '年龄段', '人数', '来源'], rows)

async function read(...sheets: Parameters<typeof writeSheet>[0]) {
  const taken = await readPlacesFile(await writeSheet(sheets))
  if (!taken.ok) throw new Error(`refused: ${taken.refusal}`)
  return taken
}

describe('a file with both sheets', () => {
  const sheets = [
    regionSheet(
      ['110112001001', '中仓社区', '社区'],
      [110112000000, '通州区', '区'],
      ['110112001000', '中仓街道', '街道'],
    ),
    peopleSheet(
      ['110112001001', 2025, '女', '60岁以上', 40, '年鉴'],
      ['110112001001', '2025年', '男', '75+', '1,200', '年鉴'],
    ),
  ]

  test('is written in one piece, closes the demonstration, and is written down without names', async () => {
    const { store, trail, region } = await createPlaces()
    const { file, faults } = await read(...sheets)
    expect(faults).toEqual([])
    const by = { scope: wholeDistrict, trail, draftId: newId() }
    expect((await applyPlaces(store, by, file)).faults).toEqual([])
    const community = await region('110112001001')
    expect(community).toMatchObject({ name: '中仓社区', level: 'community', isDemo: false })
    expect(community.parentId).toBe((await region('110112001000')).id)
    expect((await region(HERE)).closedOn).not.toBeNull()
    expect(await populationsOf(store, wholeDistrict, community.id)).toEqual([
      {
        year: 2025,
        source: '年鉴',
        rows: [
          { sex: 'female', ageFrom: 60, ageTo: OLDEST, people: 40 },
          { sex: 'male', ageFrom: 75, ageTo: OLDEST, people: 1200 },
        ],
      },
    ])
    const detail = { added: 3, changed: 0, yearsAdded: 1, yearsChanged: 0 }
    expect(await traces(store)).toEqual([{ action: 'region.import', subjectId: 'file', detail }])
  })

  test('changes nothing the second time', async () => {
    const { store, trail } = await createPlaces()
    const { file } = await read(...sheets)
    await applyPlaces(store, { scope: wholeDistrict, trail, draftId: newId() }, file)
    const plan = await planForPlaces(store, wholeDistrict, file)
    expect([plan.regions.unchanged, plan.populations.unchanged, changesNothing(plan)]).toEqual([3, 1, true])
  })
})

test('a new name and a new count are shown with what was before', async () => {
  const { store, trail } = await createPlaces()
  const by = { scope: wholeDistrict, trail, draftId: newId() }
  const people = (count: number) => peopleSheet([HERE, 2025, '女', '0-17', count, '年鉴'])
  await applyPlaces(store, by, (await read(people(10))).file)
  const plan = await planForPlaces(store, hereScope, (await read(regionSheet([HERE, '新名街道']), people(12))).file)
  expect(plan.regions.changed).toMatchObject([{ name: '新名街道', before: '梧桐街道（演示）' }])
  expect(plan.populations.changed).toMatchObject([{ rows: [{ people: 12 }], before: { rows: [{ people: 10 }] } }])
})

test('one fault, and nothing is written', async () => {
  const { store, trail } = await createPlaces()
  const { file } = await read(
    regionSheet(['990101001009', '新社区'], ['990101009001', '没有街道的社区']),
    peopleSheet([HERE, 2025, '女', '0-17', 1, '年鉴']),
  )
  const before = await everyRow(store)
  const { faults } = await applyPlaces(store, { scope: wholeDistrict, trail, draftId: newId() }, file)
  expect(faults).toMatchObject([{ row: 3, value: '990101009001', problem: 'parentMissing' }])
  expect(await everyRow(store)).toEqual(before)
})

test('what lies outside the scope is a fault', async () => {
  const { store, trail } = await createPlaces()
  const { file } = await read(regionSheet([HERE, '新名街道']))
  const by = { trail, draftId: newId() }
  expect((await applyPlaces(store, { ...by, scope: elsewhereScope }, file)).faults).toMatchObject([
    { problem: 'codeOutOfScope' },
  ])
  expect((await applyPlaces(store, { ...by, scope: hereScope }, file)).faults).toEqual([])
})

describe('a file that cannot be taken', () => {
  test('with a text instead of a code says that its digits are lost', async () => {
    const { faults } = await read(regionSheet(['1.10112E+11', '通州区']))
    expect(faults).toMatchObject([
      { sheet: '地区', row: 2, column: '代码', value: '1.10112E+11', problem: 'codeLostDigits' },
    ])
  })

  test('with a head alone has nothing in it', async () => {
    expect((await read(regionSheet(), peopleSheet())).faults).toMatchObject([{ problem: 'nothing' }])
  })

  test('that is no sheet is refused', async () => {
    expect(await readPlacesFile(new TextEncoder().encode('<html><table>'))).toEqual({ ok: false, refusal: 'html' })
    expect(await readPlacesFile(new Uint8Array())).toEqual({ ok: false, refusal: 'empty' })
  })

  test('with too many rows is a fault of the whole sheet', async () => {
    const rows = Array.from({ length: 20_001 }, (_, at): OutCell[] => [String(110112001001001 + at), '网格'])
    const { file, faults } = await read(regionSheet(...rows))
    expect(faults).toMatchObject([{ row: null, problem: 'tooManyRows', value: '20002' }])
    expect(file.regions).toEqual([])
  })
})

test('a CSV file with people alone is understood', async () => {
  const bytes = new TextEncoder().encode(`代码,年份,性别,年龄段,人数,来源\n${HERE},2025,女,6-17,12,年鉴\n`)
  const taken = await readPlacesFile(bytes)
  expect(taken).toMatchObject({ ok: true, faults: [], file: { populations: [{ code: HERE, ageFrom: 6, ageTo: 17 }] } })
})

// Names as people have them, and as they should not: spaces at the ends are taken off when they are entered.
const name = fc
  .oneof(
    fc.constantFrom('中仓街道', '=1+1', "'引号", '1', '𠮷村', '<b>&'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map((text) => text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\p{Z}]/gu, ''))
  .filter((text) => text !== '')

const district = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 4 }),
    fc.array(name, { minLength: 5, maxLength: 5 }),
    name,
    fc.nat(9999),
  )
  .map(([numbers, names, source, people]): PlacesFile => {
    const streets = numbers.map((number) => `110112${String(number).padStart(3, '0')}000`)
    const codes = ['110112000000', ...streets]
    return {
      regions: codes.map((code, at) => ({
        row: at,
        code,
        name: names[at] ?? '街道',
        level: at === 0 ? 'district' : 'street',
      })),
      populations: codes.flatMap((code, at) => [
        { row: at, code, year: 2000 + at, sex: 'female', ageFrom: 0, ageTo: at, people, source },
        { row: at, code, year: 2000 + at, sex: 'female', ageFrom: at + 1, ageTo: OLDEST, people: at, source },
        { row: at, code, year: 2000 + at, sex: 'male', ageFrom: at, ageTo: OLDEST, people: 1, source },
      ]),
    }
  })

const everything = readListQuery('http://x/?state=all', ['state'])

/** What an export of everything is understood as. */
async function exported(store: Store): Promise<PlacesFile> {
  const taken = await readPlacesFile((await exportPlaces(store, wholeDistrict, everything)).bytes)
  if (!taken.ok) throw new Error(taken.refusal)
  expect(taken.faults).toEqual([])
  return taken.file
}

test('what was exported changes nothing when it is imported', async () => {
  const { store, trail } = await createPlaces()
  await fc.assert(
    fc.asyncProperty(district, async (file) => {
      const { faults } = await applyPlaces(store, { scope: wholeDistrict, trail, draftId: newId() }, file)
      expect(faults).toEqual([])
      const plan = await planForPlaces(store, wholeDistrict, await exported(store))
      expect([plan.faults, changesNothing(plan)]).toEqual([[], true])
    }),
    { numRuns: 5 },
  )
  // Each run starts threads, which a busy machine is slow at.
}, 60_000)

test('what was exported fills an empty installation with the same', async () => {
  const { store, trail } = await createPlaces()
  const by = { scope: wholeDistrict, trail, draftId: newId() }
  const [file] = fc.sample(district, { numRuns: 1, seed: 4 })
  if (!file) throw new Error('no sample')
  await applyPlaces(store, by, file)
  const empty = createSqliteStore(':memory:')
  const { regions, populations } = await exported(store)
  await applyPlaces(empty, by, { regions: regions.filter(({ code }) => !isDemoCode(code)), populations })
  expect(await exported(empty)).toMatchObject({ populations })
  expect(changesNothing(await planForPlaces(empty, wholeDistrict, file))).toBe(true)
})
