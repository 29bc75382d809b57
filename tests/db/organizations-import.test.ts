import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { readListQuery } from '#app/http/list-query'
import { findDraft, keepDraft } from '#app/people/places/drafts.server'
import { addGroup, closeGroup, listGroups } from '#app/people/places/groups.server'
import { organizationKinds } from '#app/people/places/organization-kind'
import { exportOrganizations } from '#app/people/places/organizations-export.server'
import type { OrganizationLine } from '#app/people/places/organizations-file'
import {
  applyOrganizations,
  planForOrganizations,
  readOrganizationsFile,
} from '#app/people/places/organizations-import.server'
import { changesNothing } from '#app/people/places/organizations-plan'
import { wholeDistrict } from '#app/people/places/scope'
import { type OutCell, writeSheet } from '#app/sheets/write-sheet.server'
import { ELSEWHERE, HERE, newOrganization } from '../support/desk'
import { createPlaces, doneId, elsewhereScope, hereScope, traces } from '../support/places'
import { everyRow } from '../support/world'

const TITLES = ['单位名称', '类型', '所在地区', '人数', '班组'].map((title) => ({ title }))

async function read(...rows: OutCell[][]) {
  const taken = await readOrganizationsFile(await writeSheet([{ name: '单位', columns: TITLES, rows }]))
  if (!taken.ok) throw new Error(`refused: ${taken.refusal}`)
  return taken
}

test('new organizations come with their groups and a joining code of their own', async () => {
  const { store, trail } = await createPlaces()
  const { file, faults } = await read(
    ['第一小学', '小学', HERE, 80, '一班、1班、二班'],
    ['梧桐物业', '物业', '梧桐里社区（演示）', null, null],
  )
  expect(faults).toEqual([])
  expect((await applyOrganizations(store, { scope: hereScope, trail, draftId: newId() }, file)).faults).toEqual([])
  const rows = await store.db.select().from(store.tables.organizations)
  expect(rows.map(({ name, kind, staffCount }) => [name, kind, staffCount])).toEqual([
    ['第一小学', 'school', 80],
    ['梧桐物业', 'property', null],
  ])
  expect(new Set(rows.map(({ joinCode }) => joinCode)).size).toBe(2)
  const groups = await listGroups(store, hereScope, rows[0]?.id ?? '')
  expect(groups.map((group) => group.name)).toEqual(['一班', '二班'])
  const detail = { added: 2, changed: 0, groups: 2 }
  expect(await traces(store)).toEqual([{ action: 'organization.import', subjectId: 'file', detail }])
})

test('a known organization is changed in place, and a closed group that is listed opens again', async () => {
  const { store, trail } = await createPlaces()
  const school = await newOrganization(HERE, 'school', store)
  const at = { scope: hereScope, trail, organizationId: school.id }
  const group = doneId(await addGroup(store, at, '一班'))
  doneId(await closeGroup(store, at, group))
  const { file } = await read([school.name, '幼儿园', HERE, 12, '1班'])
  await applyOrganizations(store, { scope: hereScope, trail, draftId: newId() }, file)
  const [row] = await store.db.select().from(store.tables.organizations)
  expect(row).toMatchObject({ id: school.id, kind: 'kindergarten', staffCount: 12, joinCode: school.joinCode })
  expect(await listGroups(store, hereScope, school.id)).toMatchObject([{ id: group, name: '一班', closedOn: null }])
})

test('one fault, and nothing is written', async () => {
  const { store, trail } = await createPlaces()
  const { file } = await read(['第一小学', '小学', HERE], ['第二小学', '小学', '月球'])
  const before = await everyRow(store)
  const { faults } = await applyOrganizations(store, { scope: wholeDistrict, trail, draftId: newId() }, file)
  expect(faults).toMatchObject([{ row: 3, column: '所在地区', value: '月球', problem: 'regionUnknown' }])
  expect(await everyRow(store)).toEqual(before)
})

test('a place outside the scope is unknown there', async () => {
  const { store, trail } = await createPlaces()
  const { file } = await read(['第一小学', '小学', HERE])
  const by = { trail, draftId: newId() }
  expect((await applyOrganizations(store, { ...by, scope: elsewhereScope }, file)).faults).toMatchObject([
    { problem: 'regionUnknown' },
  ])
  const own = { kind: 'organization' as const, organizationId: (await newOrganization(HERE, 'school', store)).id }
  expect((await planForOrganizations(store, own, file)).faults).toMatchObject([{ problem: 'regionUnknown' }])
})

describe('a draft', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const accountId = newId()
  const mine = { accountId, kind: 'organizations' as const }

  test('is found by the one who uploaded it, for a day', async () => {
    const { store } = await createPlaces()
    const id = await keepDraft(store, { ...mine, body: [1], now })
    expect(await findDraft(store, { ...mine, id, now })).toEqual([1])
    expect(await findDraft(store, { ...mine, accountId: newId(), id, now })).toBeNull()
    expect(await findDraft(store, { ...mine, kind: 'places', id, now })).toBeNull()
    expect(await findDraft(store, { ...mine, id: 'none', now })).toBeNull()
    expect(await findDraft(store, { ...mine, id, now: new Date('2026-11-26T03:00:00Z') })).toBeNull()
  })

  test('takes the place of the one before, and of all that are too old', async () => {
    const { store } = await createPlaces()
    await keepDraft(store, { ...mine, accountId: newId(), body: [0], now: new Date('2026-11-23T02:00:00Z') })
    await keepDraft(store, { ...mine, body: [1], now })
    await keepDraft(store, { ...mine, body: [2], now })
    expect(await store.db.$count(store.tables.placeDrafts)).toBe(1)
  })

  test('is gone once it was confirmed', async () => {
    const { store, trail } = await createPlaces()
    const { file } = await read(['第一小学', '小学', HERE])
    const id = await keepDraft(store, { ...mine, body: file, now })
    await applyOrganizations(store, { scope: hereScope, trail, draftId: id }, file)
    expect(await findDraft(store, { ...mine, id, now })).toBeNull()
  })
})

const word = fc
  .oneof(fc.constantFrom('一班', '1班', '=2+3', '𠮷', '（3）班'), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map((text) => text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\p{Z}、,，;；]/gu, ''))
  .filter((text) => text !== '')

const line = fc.record({
  row: fc.nat(),
  name: word,
  kind: fc.constantFrom(...organizationKinds),
  region: fc.constantFrom(HERE, ELSEWHERE, '990101001001'),
  staff: fc.option(fc.nat(99_999)),
  groups: fc.array(word, { maxLength: 4 }),
})
const lines = fc.uniqueArray(line, { maxLength: 25, selector: ({ name, region }) => `${region} ${name}` })

test('what was exported changes nothing when it is imported', async () => {
  const { store, trail } = await createPlaces()
  const everything = readListQuery('http://x/')
  await fc.assert(
    fc.asyncProperty(lines, async (file: OrganizationLine[]) => {
      const applied = await applyOrganizations(store, { scope: wholeDistrict, trail, draftId: newId() }, file)
      expect(applied.faults).toEqual([])
      const { bytes, organizations } = await exportOrganizations(store, wholeDistrict, everything)
      if (organizations === 0) return
      const taken = await readOrganizationsFile(bytes)
      if (!taken.ok) throw new Error(taken.refusal)
      const plan = await planForOrganizations(store, wholeDistrict, taken.file)
      expect([plan.faults, changesNothing(plan), plan.unchanged]).toEqual([[], true, organizations])
    }),
    { numRuns: 5 },
  )
  // Each run starts threads, which a busy machine is slow at.
}, 60_000)
