/** What a row would change about somebody who is on the roster already. An empty cell never erases anything. */
import { isSameBirthYear } from './birth'
import type { RosterField } from './column-titles'
import { maskedPhone } from './phone'
import type { RosterRow } from './read-row'
import type { RoleGroup } from './role-groups'

/** A row with its hashes: `idHash` in place of the number, `phoneHash` null for a phone that is masked or missing. */
export type ComparedRow = Omit<RosterRow, 'idNumber' | 'organizationId'> & {
  idHash: string | null
  phoneHash: string | null
}

/** A person and their membership as they are. `phone` is the readable one: only needed where a row has a masked phone. */
export type KnownPerson = {
  name: string
  birthYear: number | null
  sex: 'female' | 'male' | null
  phone: string | null
  phoneHash: string | null
  idHash: string | null
  idTail: string | null
  roleGroup: RoleGroup
  groupKey: string | null
  guardianName: string | null
  guardianConsentOn: string | null
  note: string | null
}

export type Difference =
  | { kind: 'unchanged' }
  | { kind: 'changed'; fields: RosterField[] }
  /** The masked phone is not this person's, so nobody can tell which phone is meant. */
  | { kind: 'fault'; problem: 'phoneMasked' }

export function rowDifference(row: ComparedRow, person: KnownPerson): Difference {
  if (row.phone !== null && typeof row.phone !== 'string' && !isMaskOf(row.phone.masked, person.phone))
    return { kind: 'fault', problem: 'phoneMasked' }
  const isOther = <Value>(given: Value | null, known: Value | null) => given !== null && given !== known
  const isOtherYear =
    row.birthYear !== null &&
    (person.birthYear === null || !isSameBirthYear(row.birthYear, person.birthYear, row.isBirthYearApproximate))
  const changes: [RosterField, boolean][] = [
    ['name', row.name !== person.name],
    ['sex', isOther(row.sex, person.sex)],
    ['birth', isOtherYear],
    ['phone', isOther(row.phoneHash, person.phoneHash)],
    ['idNumber', isOther(row.idHash, person.idHash)],
    ['idTail', row.idHash === null && isOther(row.idTail, person.idTail)],
    ['roleGroup', row.isRoleGroupGiven && row.roleGroup !== person.roleGroup],
    ['group', isOther(row.groupKey, person.groupKey)],
    ['guardianName', isOther(row.guardianName, person.guardianName)],
    ['guardianConsentOn', isOther(row.guardianConsentOn, person.guardianConsentOn)],
    ['note', isOther(row.note, person.note)],
  ]
  const fields = changes.filter(([, isChange]) => isChange).map(([field]) => field)
  return fields.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', fields }
}

/** What is wrong with a row that becomes a new person: nobody has the phone that the stars hide. */
export const newPersonProblem = (row: Pick<RosterRow, 'phone'>): 'phoneMasked' | null =>
  row.phone !== null && typeof row.phone !== 'string' ? 'phoneMasked' : null

const isMaskOf = (masked: string, phone: string | null): boolean => phone !== null && maskedPhone(phone) === masked
