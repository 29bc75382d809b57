/** Whom of a roster the rows of a file name. Pure: ID numbers and phones come as hashes that the caller has made. */
import { isSameBirthYear } from './birth'
import { duplicateFinder } from './duplicates'
import { nameKey } from './person-name'
import { indexRoster, type RosterIndex } from './roster-index'

type Known = {
  organizationId: string
  name: string
  birthYear: number | null
  groupKey: string | null
  idHash: string | null
  idTail: string | null
  phoneHash: string | null
  /** Last four digits, also of a masked phone. */
  phoneTail: string | null
}

/** A row of the file; `number` is its row in the file. */
export type KeyedRow = Known & { number: number; isBirthYearApproximate: boolean }
/** Somebody on the roster of an organization; once for each organization. */
export type RosterPerson = Known & { personId: string }

/**
 * `several`: more than one could be meant. `contradiction`: the same ID number or phone, but birth or ID differ.
 * `samePhone`: the phone belongs to another name. `taken`: another row names that person at least as surely.
 */
export type ConflictReason = 'several' | 'contradiction' | 'samePhone' | 'taken'

export type Match =
  | { kind: 'new' }
  | { kind: 'match'; personId: string }
  | { kind: 'conflict'; personIds: string[]; why: ConflictReason }
  | { kind: 'duplicate'; of: number }

/** `sureness`: 0 by ID number, 1 by phone and name, 2 by name and birth year, 3 by name. */
type Claim = Match | { kind: 'match'; personId: string; sureness: number }

const MOST_CANDIDATES = 20
/** So many namesakes are not compared one by one: somebody has to choose. */
const MOST_NAMESAKES = 200
const ROWS_A_STEP = 1000
/** A phone of more people is the phone of an office and says nothing about who somebody is. */
const MOST_SHARING = 5

/** For each row, in the order of the rows, whom it names; people of other organizations are never considered. */
export function matchRows(rows: readonly KeyedRow[], roster: readonly RosterPerson[]): Match[] {
  const steps = matchInSteps(rows, roster)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with pauses, for tens of thousands of rows where others wait. */
export function* matchInSteps(
  rows: readonly KeyedRow[],
  roster: readonly RosterPerson[],
): Generator<undefined, Match[], undefined> {
  const duplicates = new Map<number, number>()
  const earlier = duplicateFinder(rows)
  for (const [at, row] of rows.entries()) {
    const of = earlier(row)
    if (of !== undefined) duplicates.set(row.number, of)
    if (at % ROWS_A_STEP === 0) yield
  }
  const index = indexRoster(roster)
  yield
  const namesakes = countNames(rows.filter(({ number }) => !duplicates.has(number)))
  yield
  const claims: Claim[] = []
  for (const [at, row] of rows.entries()) {
    const of = duplicates.get(row.number)
    const isOnlyInFile = namesakes.get(nameInOrganization(row)) === 1
    claims.push(of === undefined ? claimOf(row, index, isOnlyInFile) : { kind: 'duplicate', of })
    if (at % ROWS_A_STEP === 0) yield
  }
  return settle(rows, claims)
}

function claimOf(row: KeyedRow, index: RosterIndex, isOnlyInFile: boolean): Claim {
  for (const [sureness, found] of [index.byId(row), index.byNameAndPhone(row)].entries()) {
    if (found.length === 0) continue
    const possible = found.slice(0, MOST_NAMESAKES).filter((person) => !contradicts(row, person))
    return possible.length === 0 ? conflict(found, 'contradiction') : choose(row, possible, sureness)
  }
  const namesakes = index.byName(row)
  if (namesakes.length > MOST_NAMESAKES) return conflict(namesakes, 'several')
  const possible = namesakes.filter((person) => !contradicts(row, person))
  const sameYear = possible.filter(({ birthYear }) => row.birthYear !== null && birthYear !== null)
  if (sameYear.length > 0) return choose(row, sameYear, 2)
  if (possible.length === 0) {
    const withPhone = index.byPhone(row)
    const isOnePersons = withPhone.length > 0 && withPhone.length <= MOST_SHARING
    return isOnePersons ? conflict(withPhone, 'samePhone') : { kind: 'new' }
  }
  const isSure = isOnlyInFile && namesakes.length === 1
  return isSure ? choose(row, possible, 3) : chooseByDetails(row, possible, 3)
}

/** Both birth years known and different, or both ID numbers (or their last four). */
function contradicts(row: KeyedRow, person: RosterPerson): boolean {
  const areTwo = <Value>(one: Value | null, other: Value | null) => one !== null && other !== null && one !== other
  const areOfTwoYears =
    row.birthYear !== null &&
    person.birthYear !== null &&
    !isSameBirthYear(row.birthYear, person.birthYear, row.isBirthYearApproximate)
  return areOfTwoYears || areTwo(row.idHash, person.idHash) || areTwo(row.idTail, person.idTail)
}

function choose(row: KeyedRow, possible: readonly RosterPerson[], sureness: number): Claim {
  const [only, ...others] = possible
  if (only && others.length === 0) return { kind: 'match', personId: only.personId, sureness }
  return chooseByDetails(row, possible, sureness)
}

/** Of several the one that has everything the row says: so a file that we gave out comes back without a question. */
function chooseByDetails(row: KeyedRow, possible: readonly RosterPerson[], sureness: number): Claim {
  const details = [row.birthYear, row.groupKey, row.idTail, row.phoneTail].some((detail) => detail !== null)
  const [only, ...others] = details ? possible.filter((person) => hasAllOf(row, person)) : []
  if (only && others.length === 0) return { kind: 'match', personId: only.personId, sureness }
  return conflict(possible, 'several')
}

const hasAllOf = (row: KeyedRow, person: RosterPerson): boolean =>
  (row.birthYear === null || person.birthYear !== null) &&
  (row.groupKey === null || row.groupKey === person.groupKey) &&
  (row.idTail === null || row.idTail === person.idTail) &&
  (row.phoneTail === null || row.phoneTail === person.phoneTail)

/** A person whom several rows claim belongs to the surest one; if none is the surest, somebody has to choose. */
function settle(rows: readonly KeyedRow[], claims: readonly Claim[]): Match[] {
  const surest = new Map<string, { sureness: number; rows: number }>()
  const keyOf = (at: number, personId: string) => `${rows[at]?.organizationId}\u0000${personId}`
  claims.forEach((claim, at) => {
    if (!('sureness' in claim)) return
    const key = keyOf(at, claim.personId)
    const best = surest.get(key)
    if (!best || claim.sureness < best.sureness) surest.set(key, { sureness: claim.sureness, rows: 1 })
    else if (claim.sureness === best.sureness) best.rows += 1
  })
  return claims.map((claim, at): Match => {
    if (!('sureness' in claim)) return claim
    const { personId, sureness } = claim
    const best = surest.get(keyOf(at, personId))
    const isSurest = best?.sureness === sureness && best.rows === 1
    return isSurest ? { kind: 'match', personId } : { kind: 'conflict', personIds: [personId], why: 'taken' }
  })
}

const conflict = (people: readonly RosterPerson[], why: ConflictReason): Match => ({
  kind: 'conflict',
  personIds: people.slice(0, MOST_CANDIDATES).map(({ personId }) => personId),
  why,
})

const nameInOrganization = ({ organizationId, name }: Known): string => `${organizationId}\u0000${nameKey(name)}`

function countNames(rows: readonly KeyedRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(nameInOrganization(row), (counts.get(nameInOrganization(row)) ?? 0) + 1)
  return counts
}
