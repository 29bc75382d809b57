/** What the dry run finds about one row: whom it is about, and what applying it would do. */
import { newId } from '#app/db/ids'
import { type Keys, unseal } from '#app/db/sealed.server'
import { beforeOf } from './import-before'
import type { ImportRow } from './import-records.server'
import { groupAt, type HeldConsent, type RosterLine } from './import-roster.server'
import { joinCodeHash, joinCodeOf } from './person-codes.server'
import type { RowPhone } from './phone'
import { isRoleGroup, type RoleGroup } from './role-groups'
import { type ComparedRow, newPersonProblem, rowDifference } from './row-difference'
import type { Match } from './same-person'

/** The columns of a row that the dry run fills, each time anew. */
export type Verdict = Pick<
  ImportRow,
  | 'outcome'
  | 'faults'
  | 'candidates'
  | 'why'
  | 'choice'
  | 'personId'
  | 'membershipId'
  | 'consentId'
  | 'joinCodeHash'
  | 'groupId'
  | 'groupName'
  | 'groupKey'
  | 'before'
>

/** What rows are compared with; `groups` grows by those that the file brings. */
export type Rosters = {
  people: ReadonlyMap<string, RosterLine>
  consents: ReadonlyMap<string, HeldConsent>
  groups: Map<string, { id: string; name: string; isNew?: true }>
  keyOf: (groupName: string | null) => string | null
  /** The title of the column of phones. */
  phoneColumn: string | null
  /** How a group is called that was written in several ways, by key. */
  names: ReadonlyMap<string, string>
}

/** Somebody stands on each roster once. */
export const personAt = (organizationId: string | null, personId: string): string =>
  `${organizationId}\u0000${personId}`

const NOBODY = { choice: null, personId: null, membershipId: null, consentId: null, joinCodeHash: null, before: null }

export function verdictOn(keys: Keys, row: ImportRow, { match, rosters }: { match: Match; rosters: Rosters }): Verdict {
  const group = groupOf(row, rosters)
  const nobody: Verdict = { ...NOBODY, ...group, outcome: 'unchecked', faults: null, candidates: null, why: null }
  if (match.kind === 'conflict') return { ...nobody, outcome: 'conflict', candidates: match.personIds, why: match.why }
  if (match.kind === 'duplicate') return { ...nobody, outcome: 'duplicate', candidates: [String(match.of)] }
  const known = match.kind === 'match' ? rosters.people.get(personAt(row.organizationId, match.personId)) : undefined
  return known
    ? { ...nobody, ...verdictOnKnown(keys, row, { known, rosters }) }
    : { ...nobody, ...verdictOnNew(keys, row, rosters) }
}

/** The group that a row names: one that is there, or one that applying makes; only then the row carries its key. */
function groupOf(
  row: ImportRow,
  { groups, keyOf, names }: Rosters,
): Pick<Verdict, 'groupId' | 'groupName' | 'groupKey'> {
  const { organizationId, groupName } = row
  const key = keyOf(groupName)
  if (!key || !organizationId) return { groupId: null, groupName, groupKey: null }
  const at = groupAt(organizationId, key)
  const group = groups.get(at) ?? { id: newId(), name: names.get(key) ?? groupName ?? key, isNew: true as const }
  groups.set(at, group)
  return { groupId: group.id, groupName: group.name, groupKey: group.isNew ? key : null }
}

function verdictOnNew(keys: Keys, row: ImportRow, { phoneColumn }: Rosters): Partial<Verdict> {
  const problem = newPersonProblem({ phone: phoneIn(keys, row) })
  if (problem) return { outcome: 'fault', faults: [{ column: phoneColumn, value: starred(row), problem }] }
  const personId = newId()
  return {
    outcome: 'new',
    personId,
    membershipId: newId(),
    consentId: row.guardianName && row.consentedOn ? newId() : null,
    joinCodeHash: joinCodeHash(keys, joinCodeOf(keys, personId)),
  }
}

type Known = { known: RosterLine; rosters: Rosters }

function verdictOnKnown(keys: Keys, row: ImportRow, { known, rosters }: Known): Partial<Verdict> {
  const { person, membership } = known
  const held = rosters.consents.get(person.id)
  const difference = rowDifference(comparedRow(keys, row, rosters.keyOf(row.groupName)), {
    ...person,
    phone: row.phoneHash === null && row.phoneSealed && person.phoneSealed ? unseal(keys, person.phoneSealed) : null,
    roleGroup: roleOf(membership.roleGroup),
    groupKey: known.groupKey,
    guardianName: held?.guardianName ?? null,
    guardianConsentOn: held?.consentedOn ?? null,
    note: membership.note,
  })
  const ids = { personId: person.id, membershipId: membership.id }
  if (difference.kind === 'fault')
    return {
      outcome: 'fault',
      personId: person.id,
      faults: [{ column: rosters.phoneColumn, value: starred(row), problem: difference.problem }],
    }
  if (difference.kind === 'unchanged') return { ...ids, outcome: 'unchanged' }
  const isOtherConsent = difference.fields.some((field) => field === 'guardianName' || field === 'guardianConsentOn')
  const before = beforeOf({
    ...person,
    personImportId: person.lastImportId,
    membershipId: membership.id,
    groupId: membership.groupId,
    roleGroup: membership.roleGroup,
    note: membership.note,
    membershipImportId: membership.lastImportId,
  })
  return { ...ids, outcome: 'changed', consentId: isOtherConsent ? newId() : null, before }
}

const starred = ({ phoneTail }: ImportRow): string => `****${phoneTail ?? ''}`

/** A membership of a role group that is no longer on the list counts as another one. */
const roleOf = (text: string): RoleGroup => (isRoleGroup(text) ? text : 'other')

const comparedRow = (keys: Keys, row: ImportRow, groupKey: string | null): ComparedRow => ({
  name: row.name ?? '',
  birthYear: row.birthYear,
  isBirthYearApproximate: row.isBirthApproximate ?? false,
  sex: row.sex,
  phone: phoneIn(keys, row),
  phoneHash: row.phoneHash,
  idHash: row.idHash,
  idTail: row.idTail,
  roleGroup: roleOf(row.roleGroup ?? ''),
  isRoleGroupGiven: row.isRoleGiven ?? false,
  groupName: row.groupName,
  groupKey,
  guardianName: row.guardianName,
  guardianConsentOn: row.consentedOn,
  note: row.note,
})

/** A phone that can be compared goes by its hash; only a masked one is opened. */
function phoneIn(keys: Keys, { phoneSealed, phoneHash }: ImportRow): RowPhone | null {
  if (!phoneSealed) return null
  return phoneHash ? phoneSealed : { masked: unseal(keys, phoneSealed) ?? '' }
}
