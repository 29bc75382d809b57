import { sql } from 'drizzle-orm'
import { bool, check, day, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../kit'
import { accounts } from './accounts'
import { groups, organizations } from './places'

/** 人员: somebody on a roster. Phone and ID number are never stored readable. */
export const persons = table(
  'persons',
  {
    id: id('id').primaryKey(),
    name: text('name').notNull(),
    birthYear: int('birth_year'),
    sex: text('sex', { enum: ['female', 'male'] }),
    phoneSealed: text('phone_sealed'),
    /** Keyed hash of the phone, to find the same person again. */
    phoneHash: text('phone_hash'),
    phoneTail: text('phone_tail'),
    /** Keyed hash of an ID number that a file contained; the number itself is not kept. */
    idHash: text('id_hash'),
    idTail: text('id_tail'),
    /** Keyed hash of the personal code printed from the roster. */
    joinCodeHash: text('join_code_hash').notNull(),
    /** Wrong tries at joining as this person today; see `joinPerson`. */
    joinFailures: int('join_failures').notNull(),
    joinFailuresOn: day('join_failures_on'),
    mergedInto: id('merged_into'),
    /** The import that last wrote this row; null once somebody has changed it by hand. */
    lastImportId: id('last_import_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('person_name').on(t.name),
    index('person_phone').on(t.phoneHash),
    index('person_id_number').on(t.idHash),
    // Not unique: of 40 bits, two may meet in a large district; joining then takes neither.
    index('person_join_code').on(t.joinCodeHash),
    index('person_import').on(t.lastImportId),
  ],
)

/** 任职: a person on the roster of an organization, from one day to another. One open one for each pair. */
export const memberships = table(
  'memberships',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => persons.id),
    organizationId: id('organization_id')
      .notNull()
      .references(() => organizations.id),
    groupId: id('group_id').references(() => groups.id),
    roleGroup: text('role_group').notNull(),
    note: text('note'),
    startedOn: day('started_on').notNull(),
    /** The first day on which it no longer held. */
    endedOn: day('ended_on'),
    importId: id('import_id'),
    lastImportId: id('last_import_id'),
  },
  (t) => [
    uniqueIndex('membership_open').on(t.personId, t.organizationId).where(sql`ended_on is null`),
    // With the role group, so that a list filtered by it is counted from the index alone.
    index('membership_organization').on(t.organizationId, t.endedOn, t.roleGroup),
    index('membership_import').on(t.lastImportId),
  ],
)

/** 监护人同意: needed before anybody under 14 may stand on a roster. Withdrawing it takes the child off. */
export const guardianConsents = table(
  'guardian_consents',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => persons.id),
    guardianName: text('guardian_name').notNull(),
    noticeVersion: text('notice_version').notNull(),
    channel: text('channel', { enum: ['paper', 'in-person', 'phone', 'import'] }).notNull(),
    consentedOn: day('consented_on').notNull(),
    recordedBy: id('recorded_by')
      .notNull()
      .references(() => accounts.id),
    recordedAt: instant('recorded_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    importId: id('import_id'),
  },
  (t) => [index('consent_person').on(t.personId), index('consent_import').on(t.importId)],
)

/** 导入: one file, from the upload through its dry run to its undoing. */
export const imports = table(
  'imports',
  {
    id: id('id').primaryKey(),
    accountId: id('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Whose roster; null when the file names the unit of each row. */
    organizationId: id('organization_id').references(() => organizations.id),
    /** The code of the organization's region, or of all that the account may see: who may look at this import. */
    regionCode: text('region_code').notNull(),
    fileName: text('file_name').notNull(),
    fileBytes: int('file_bytes').notNull(),
    status: text('status', {
      enum: ['reading', 'checking', 'ready', 'refused', 'interrupted', 'applying', 'applied', 'undone', 'dropped'],
    }).notNull(),
    /** Why the file was refused: a key of the interface's texts. */
    refusal: text('refusal'),
    encoding: text('encoding'),
    sheetName: text('sheet_name'),
    headerRow: int('header_row'),
    /** The columns of the sheet in order, each with the field it was understood as. */
    columns: json<{ index: number; title: string; field: string | null }[]>('columns'),
    /** Rows read so far, and rows checked so far: what the progress bar shows. */
    rowsRead: int('rows_read').notNull(),
    rowsChecked: int('rows_checked').notNull(),
    /** Rows by outcome, once checked. */
    counts: json<Record<string, number>>('counts'),
    /** Names of groups that were understood as one: 一班, 1班, （1）班. */
    spellings: json<{ name: string; spellings: string[] }[]>('spellings'),
    /** 这是完整名单: who is not in the file leaves the roster. */
    isComplete: bool('is_complete').notNull(),
    createdAt: instant('created_at').notNull(),
    day: day('day').notNull(),
    appliedAt: instant('applied_at'),
    undoneAt: instant('undone_at'),
  },
  (t) => [index('import_region').on(t.regionCode, t.createdAt), index('import_organization').on(t.organizationId)],
)

/** 导入行: one row of the file as it was understood, waiting in the anteroom until the import is applied. */
export const importRows = table(
  'import_rows',
  {
    importId: id('import_id')
      .notNull()
      .references(() => imports.id),
    rowNumber: int('row_number').notNull(),
    /** The cells as they stood in the file, sealed: for the file that is given back. Emptied after 90 days. */
    cellsSealed: text('cells_sealed'),
    outcome: text('outcome', {
      enum: ['unchecked', 'new', 'changed', 'unchanged', 'conflict', 'duplicate', 'fault', 'leaves'],
    }).notNull(),
    faults: json<{ column: string | null; value: string | null; problem: string }[]>('faults'),
    /** Rows that may be somebody else: the persons of the roster, or the row of the file. */
    candidates: json<string[]>('candidates'),
    /** Why somebody has to choose: the reason of the match. */
    why: text('why'),
    choice: text('choice', { enum: ['same', 'other', 'skip'] }),
    /** The person and membership that applying writes: existing ones, or ids made in the dry run. */
    personId: id('person_id'),
    membershipId: id('membership_id'),
    consentId: id('consent_id'),
    name: text('name'),
    birthYear: int('birth_year'),
    sex: text('sex', { enum: ['female', 'male'] }),
    phoneSealed: text('phone_sealed'),
    phoneHash: text('phone_hash'),
    phoneTail: text('phone_tail'),
    idHash: text('id_hash'),
    idTail: text('id_tail'),
    joinCodeHash: text('join_code_hash'),
    organizationId: id('organization_id'),
    groupId: id('group_id'),
    groupName: text('group_name'),
    groupKey: text('group_key'),
    roleGroup: text('role_group'),
    /** False where the row takes the upload's default, which changes nobody who is known already. */
    isRoleGiven: bool('is_role_given'),
    /** The year was counted back from an age: the year before is possible, too. */
    isBirthApproximate: bool('is_birth_approximate'),
    note: text('note'),
    guardianName: text('guardian_name'),
    consentedOn: day('consented_on'),
    /** What the person and the membership were before, for the preview and for undoing. */
    before: json<Record<string, string | number | null>>('before'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.rowNumber] }),
    index('import_row_outcome').on(t.importId, t.outcome, t.rowNumber),
    check('row_number_positive', sql`${t.rowNumber} <> 0`),
  ],
)
