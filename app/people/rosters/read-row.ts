/** What one row of a roster says, or everything that is wrong with it. */
import type { SheetRow } from '#app/sheets/cell'
import { cellText, plainText } from './cell-text'
import type { UsedColumn } from './columns'
import { datePartsOf } from './days'
import type { Fault } from './fault'
import { groupKey, groupNameOf, joinGradeAndClass } from './group-name'
import { readIdentity } from './identity'
import { mayBeUnder14 } from './minor'
import { nameOf } from './person-name'
import { phoneOf, type RowPhone } from './phone'
import { empty, faulty, given, type Reading } from './problems'
import { type RoleGroup, roleGroupOf } from './role-groups'
import { type RowCells, rowCells } from './row-cells'

export type RowContext = {
  /** 'YYYY-MM-DD' */
  today: string
  /** The id of the organization that a cell names; null when the account has none of that name. */
  organizationNamed: (text: string) => string | null
  /** For rows that name no organization, or no group of people. */
  defaultOrganizationId: string | null
  defaultRoleGroup: RoleGroup | null
  needsBirthYear: (roleGroup: RoleGroup) => boolean
}

/** A person as a good row gives them. What the row does not say is null. */
export type RosterRow = {
  name: string
  birthYear: number | null
  /** Counted back from an age: the year before is possible too. */
  isBirthYearApproximate: boolean
  sex: 'female' | 'male' | null
  phone: RowPhone | null
  /** To be hashed and dropped. */
  idNumber: string | null
  idTail: string | null
  roleGroup: RoleGroup
  /** False where the row names none, so that the default does not change a person who is known already. */
  isRoleGroupGiven: boolean
  organizationId: string
  groupName: string | null
  groupKey: string | null
  /** Only where the person may be under 14, or the year of birth is not known. */
  guardianName: string | null
  guardianConsentOn: string | null
  note: string | null
}

export type RowReading = { ok: true; row: RosterRow } | { ok: false; faults: Fault[] }

const MOST_SIGNS_OF_NOTE = 200

/** Reads a row under the columns that `findHeader` found. Ask `isNobody` first. All faults at once. */
export function readRow(row: SheetRow, columns: readonly UsedColumn[], context: RowContext): RowReading {
  const cells = rowCells(row, columns)
  const name = cells.take('name', needed(nameOf(cells.cell('name')), 'nameMissing'))
  const phone = cells.take('phone', phoneOf(cells.cell('phone')))
  const { birth, ...identity } = readIdentity(cells, context.today)
  const roleGroup = readRoleGroup(cells, context)
  const organizationId = readOrganization(cells, context)
  const group = readGroup(cells)
  const note = cells.take('note', noteIn(cells))
  if (roleGroup !== null && birth === null && context.needsBirthYear(roleGroup) && !isBlamed(cells, 'birth'))
    cells.blame('birth', 'birthMissing')
  const child = birth && { birthYear: birth.year, birthDay: birth.day }
  const guardian = readGuardian(cells, context.today, child === null ? null : mayBeUnder14(child, context.today))
  if (cells.faults.length > 0 || name === null || roleGroup === null || organizationId === null)
    return { ok: false, faults: cells.faults }
  const isRoleGroupGiven = cellText(cells.cell('roleGroup')) !== ''
  const birthYear = birth?.year ?? null
  const isBirthYearApproximate = birth?.isApproximate ?? false
  const about = { name, birthYear, isBirthYearApproximate, phone, ...identity }
  return { ok: true, row: { ...about, roleGroup, isRoleGroupGiven, organizationId, ...group, ...guardian, note } }
}

const needed = <Value>(reading: Reading<Value>, problem: 'nameMissing'): Reading<Value> =>
  reading.kind === 'empty' ? faulty(problem) : reading

/** Whether something is wrong already with a column that is there. */
const isBlamed = ({ faults, title }: RowCells, field: 'birth' | 'idNumber'): boolean =>
  title(field) !== null && faults.some(({ column }) => column === title(field))

function readRoleGroup(cells: RowCells, { defaultRoleGroup }: RowContext): RoleGroup | null {
  const text = cellText(cells.cell('roleGroup'))
  const roleGroup = text === '' ? defaultRoleGroup : roleGroupOf(text)
  if (roleGroup === null) cells.blame('roleGroup', text === '' ? 'roleMissing' : 'roleUnknown')
  return roleGroup
}

function readOrganization(cells: RowCells, { organizationNamed, defaultOrganizationId }: RowContext): string | null {
  const text = cellText(cells.cell('organization')).normalize('NFC')
  const organizationId = text === '' ? defaultOrganizationId : organizationNamed(text)
  if (organizationId === null) cells.blame('organization', text === '' ? 'organizationMissing' : 'organizationUnknown')
  return organizationId
}

function readGroup(cells: RowCells): Pick<RosterRow, 'groupName' | 'groupKey'> {
  const grade = cells.take('grade', groupNameOf(cells.cell('grade')))
  const groupName = joinGradeAndClass(grade, cells.take('group', groupNameOf(cells.cell('group'))))
  return { groupName, groupKey: groupName && groupKey(groupName) }
}

function noteIn(cells: RowCells): Reading<string> {
  const note = cellText(cells.cell('note')).normalize('NFC')
  if (note === '') return empty
  return [...note].length <= MOST_SIGNS_OF_NOTE ? given(note) : faulty('noteTooLong')
}

/** `isChild` null: the year of birth is not known. What is not needed is not kept. */
function readGuardian(cells: RowCells, today: string, isChild: boolean | null) {
  if (isChild === false) return { guardianName: null, guardianConsentOn: null }
  const reading = nameOf(cells.cell('guardianName'))
  const guardianName = cells.take('guardianName', reading.kind === 'fault' ? faulty('guardianNotAName') : reading)
  const consent = consentDay(cells, today)
  const guardianConsentOn = cells.take('guardianConsentOn', consent)
  // Something that is there but wrong has its own fault.
  const missing = [reading.kind === 'empty' && 'guardianName', consent.kind === 'empty' && 'guardianConsentOn'] as const
  const field = missing.find((name) => name !== false)
  if (isChild && field) cells.blame(field, 'consentMissing')
  return { guardianName, guardianConsentOn }
}

function consentDay(cells: RowCells, today: string): Reading<string> {
  const cell = cells.cell('guardianConsentOn')
  if (plainText(cell) === '' && !(cell instanceof Date)) return empty
  const day = datePartsOf(cell, today)?.day
  if (day === undefined || day < '2000') return faulty('consentNotADay')
  return day > today ? faulty('consentInFuture') : given(day)
}
