/** The dry run: every row meets the roster, and what applying it would do is written beside it. Can be run again. */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { filled, prepared } from '#app/db/prepared'
import type { Keys } from '#app/db/sealed.server'
import type { Store, Writer } from '#app/db/store.server'
import { groupKey } from './group-name'
import { choicesIn, settleChoices } from './import-choices.server'
import { insertLeaving } from './import-leaving.server'
import { countOutcomes } from './import-page.server'
import { breathe } from './import-queue.server'
import { GivenUp } from './import-reading.server'
import { changeImport, type Import, type ImportRow, statusOf } from './import-records.server'
import { keyOfGroups, readConsents, readGroups, readRoster } from './import-roster.server'
import { personAt, type Rosters, type Verdict, verdictOn } from './import-verdict.server'
import { type KeyedRow, type Match, matchInSteps } from './same-person'

const ROWS_AT_ONCE = 250

/** Checks all rows of an import that is being checked, and leaves it ready to be looked at. */
export async function checkImport(store: Store, keys: Keys, importId: string): Promise<void> {
  const { imports } = store.tables
  const [found] = await store.db.select().from(imports).where(eq(imports.id, importId))
  if (!found) return
  const rows = await readRows(store, importId)
  const organizationIds = organizationsOf(found, rows)
  const { rosters, matches } = await meet(store, found, { rows, organizationIds })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE)
    const verdicts = part.map((row, at) =>
      verdictOn(keys, row, { match: matches[from + at] ?? { kind: 'new' }, rosters }),
    )
    await writeVerdicts(store, importId, { part, verdicts, checked: from + part.length })
  }
  await settleChoices(store, keys, { importId, choices: choicesIn(rows), status: 'checking' })
  await insertLeaving(store, keys, { found, rosters })
  const counts = await countOutcomes(store, importId)
  const spellings = found.spellings?.map((spelling) => ({
    ...spelling,
    name: nameNow(rosters, organizationIds, spelling.name),
  }))
  await store.atomically((tx) => [
    changeImport(store, tx, importId, {
      while: ['checking'],
      set: { status: 'ready', counts, rowsChecked: found.rowsRead, ...(spellings ? { spellings } : {}) },
    }),
  ])
}

/** Every row that names a person, faulty ones left out: but for those that only the dry run found faulty. */
async function readRows(store: Store, importId: string): Promise<ImportRow[]> {
  const { importRows } = store.tables
  const rows: ImportRow[] = []
  const ofPerson = sql`${importRows.organizationId} is not null and ${importRows.name} is not null`
  for (let after = 0; ; ) {
    const page = await store.db
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, importId), ofPerson, gt(importRows.rowNumber, after)))
      .orderBy(asc(importRows.rowNumber))
      .limit(1000)
    // What is not compared would only fill the memory.
    rows.push(...page.map((row) => ({ ...row, cellsSealed: null, before: null })))
    const last = page.at(-1)
    if (!last) return rows
    after = last.rowNumber
    await breathe()
  }
}

const organizationsOf = ({ organizationId }: Import, rows: ImportRow[]): string[] =>
  organizationId ? [organizationId] : [...new Set(rows.flatMap(({ organizationId: of }) => of ?? []))]

type Rows = { rows: ImportRow[]; organizationIds: string[] }

/** Brings rows and rosters together. */
async function meet(store: Store, found: Import, { rows, organizationIds }: Rows) {
  const roster = await readRoster(store, organizationIds)
  const rosters: Rosters = {
    people: new Map(roster.map((line) => [personAt(line.membership.organizationId, line.person.id), line])),
    consents: await readConsents(store, organizationIds),
    groups: await readGroups(store, organizationIds),
    keyOf: keyOfGroups(),
    phoneColumn: found.columns?.find(({ field }) => field === 'phone')?.title ?? null,
    names: new Map(found.spellings?.map(({ name }) => [groupKey(name), name])),
  }
  await breathe()
  const steps = matchInSteps(
    rows.map((row) => keyedRow(row, rosters)),
    roster.map(({ person, membership, groupKey: key }) => ({
      ...person,
      personId: person.id,
      organizationId: membership.organizationId,
      groupKey: key,
    })),
  )
  return { rosters, matches: await inSteps(steps) }
}

/** Other requests run in the pauses. */
async function inSteps(steps: Generator<undefined, Match[], undefined>): Promise<Match[]> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}

const keyedRow = (row: ImportRow, { keyOf }: Rosters): KeyedRow => ({
  number: row.rowNumber,
  organizationId: row.organizationId ?? '',
  name: row.name ?? '',
  birthYear: row.birthYear,
  isBirthYearApproximate: row.isBirthApproximate ?? false,
  groupKey: keyOf(row.groupName),
  idHash: row.idHash,
  idTail: row.idTail,
  phoneHash: row.phoneHash,
  phoneTail: row.phoneTail,
})

type Part = { part: ImportRow[]; verdicts: Verdict[]; checked: number }

async function writeVerdicts(store: Store, importId: string, { part, verdicts, checked }: Part): Promise<void> {
  if ((await statusOf(store, importId)) !== 'checking') throw new GivenUp()
  await store.atomically((tx) => {
    const update = updateRow(store, tx)
    return [
      ...verdicts.map((verdict, at) => filled(update, { ...verdict, importId, rowNumber: part[at]?.rowNumber })),
      changeImport(store, tx, importId, { while: ['checking'], set: { rowsChecked: checked } }),
    ]
  })
  await breathe()
}

const VERDICT: (keyof Verdict)[] = [
  'outcome',
  'faults',
  'candidates',
  'why',
  'choice',
  'personId',
  'membershipId',
  'consentId',
  'joinCodeHash',
  'groupId',
  'groupName',
  'groupKey',
  'before',
]

const updateRow = prepared(({ tables: { importRows } }, tx: Writer) =>
  tx
    .update(importRows)
    .set(Object.fromEntries(VERDICT.map((name) => [name, sql`${sql.param(sql.placeholder(name), importRows[name])}`])))
    .where(
      and(eq(importRows.importId, sql.placeholder('importId')), eq(importRows.rowNumber, sql.placeholder('rowNumber'))),
    )
    .prepare(),
)

/** A group that is there already keeps its name, however the file spells it. */
function nameNow({ groups }: Rosters, organizationIds: string[], name: string): string {
  const [organizationId, ...others] = organizationIds
  if (organizationId === undefined || others.length > 0) return name
  return groups.get(`${organizationId}\u0000${groupKey(name)}`)?.name ?? name
}
