import { nameKey } from './person-name'
import type { KeyedRow } from './same-person'

/**
 * A function to be asked row by row, in their order: the number of the earlier row of the same organization that names
 * the same person, if there is one. The same is: the same ID number, or the same name and phone, or the same name, birth
 * year and group where neither ID number nor phone says that they are two.
 */
export function duplicateFinder(rows: readonly KeyedRow[]): (row: KeyedRow) => number | undefined {
  // Most people have no namesake, and need none of the keys for their details.
  const namesakes = new Map<string, number>()
  for (const row of rows) {
    const about = aboutOf(row)
    namesakes.set(about, (namesakes.get(about) ?? 0) + 1)
  }
  const first = new Map<string, KeyedRow>()
  return (row) => {
    const about = aboutOf(row)
    const strong = strongKeys(row)
    const { alike, own } = (namesakes.get(about) ?? 0) > 1 ? detailKeys(row, about) : NOBODY_ALIKE
    const same = strong.map((key) => first.get(key)).find((earlier) => earlier !== undefined)
    const original = same ?? alike.map((key) => first.get(key)).find((earlier) => earlier && !haveTwoIds(row, earlier))
    if (original) return original.number
    for (const key of [...strong, ...own]) if (!first.has(key)) first.set(key, row)
    return undefined
  }
}

const aboutOf = ({ organizationId, name, birthYear, groupKey }: KeyedRow): string =>
  `${organizationId}\u0000${nameKey(name)}\u0000${birthYear}\u0000${groupKey}`

const strongKeys = ({ organizationId, name, idHash, phoneHash }: KeyedRow): string[] => [
  ...(idHash === null ? [] : [`${organizationId}\u0000id\u0000${idHash}`]),
  ...(phoneHash === null ? [] : [`${organizationId}\u0000phone\u0000${nameKey(name)}\u0000${phoneHash}`]),
]

/** Each detail is equal to the other's, or missing on one side: eight keys in place of a walk through all namesakes. */
function detailKeys({ idTail, phoneHash }: KeyedRow, about: string) {
  const pairs = (ids: string[], phones: string[]) =>
    ids.flatMap((id) => phones.map((phone) => `${about}\u0000${id}\u0000${phone}`))
  return {
    alike: pairs(idTail === null ? [ANY] : [idTail, NONE], phoneHash === null ? [ANY] : [phoneHash, NONE]),
    own: pairs([idTail ?? NONE, ANY], [phoneHash ?? NONE, ANY]),
  }
}

const NOBODY_ALIKE = { alike: [], own: [] }
const ANY = '*'
const NONE = '-'

const haveTwoIds = (one: KeyedRow, other: KeyedRow): boolean =>
  one.idHash !== null && other.idHash !== null && one.idHash !== other.idHash
