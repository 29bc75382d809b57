import { isSameBirthYear } from './birth'
import type { Before } from './import-before'

export const changedFields = [
  'name',
  'birth',
  'sex',
  'phone',
  'idNumber',
  'roleGroup',
  'group',
  'guardianName',
  'guardianConsentOn',
  'note',
] as const

/** One value that the file would change; phones and ID numbers only by their last four. */
export type Change = { field: (typeof changedFields)[number]; from: string | null; to: string | null }

/** What a row of the file says of somebody who is on record. */
export type Said = {
  name: string | null
  birthYear: number | null
  isBirthApproximate: boolean | null
  sex: string | null
  phoneHash: string | null
  phoneTail: string | null
  idHash: string | null
  idTail: string | null
  roleGroup: string | null
  isRoleGiven: boolean | null
  groupId: string | null
  groupName: string | null
  guardianName: string | null
  consentedOn: string | null
  consentId: string | null
  note: string | null
}

/** What would change. An empty cell says nothing, so it changes nothing. */
export function changesOf(row: Said, before: Before, groupNameBefore: string | null): Change[] {
  const change = (field: Change['field'], from: string | number | null, to: string | number | null): Change[] =>
    to === null || to === from ? [] : [{ field, from: from === null ? null : String(from), to: String(to) }]
  const isOther = (hash: 'phoneHash' | 'idHash') => row[hash] !== null && row[hash] !== before[hash]
  const isNewGroup = row.groupId !== null && row.groupId !== before.groupId
  const isNewConsent = row.consentId !== null
  return [
    ...change('name', before.name, row.name),
    ...change('birth', before.birthYear, saidYear(row, before)),
    ...change('sex', before.sex, row.sex),
    ...(isOther('phoneHash') ? [{ field: 'phone' as const, from: before.phoneTail, to: row.phoneTail }] : []),
    ...(isOther('idHash') ? [{ field: 'idNumber' as const, from: before.idTail, to: row.idTail }] : []),
    ...(row.idHash === null ? change('idNumber', before.idTail, row.idTail) : []),
    ...change('roleGroup', before.roleGroup, row.isRoleGiven ? row.roleGroup : null),
    ...(isNewGroup ? [{ field: 'group' as const, from: groupNameBefore, to: row.groupName }] : []),
    ...change('guardianName', null, isNewConsent ? row.guardianName : null),
    ...change('guardianConsentOn', null, isNewConsent ? row.consentedOn : null),
    ...change('note', before.note, row.note),
  ]
}

/** A year that was counted from an age says nothing new about somebody born the year before or after. */
function saidYear({ birthYear, isBirthApproximate }: Said, before: Before): number | null {
  if (birthYear === null || before.birthYear === null || !isBirthApproximate) return birthYear
  return isSameBirthYear(birthYear, before.birthYear, true) ? null : birthYear
}
