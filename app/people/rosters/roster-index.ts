import { nameKey } from './person-name'
import type { KeyedRow, RosterPerson } from './same-person'

type Finder = (row: KeyedRow) => readonly RosterPerson[]

/** The people of the rosters by whatever may find them again; each list in the order of their ids. */
export type RosterIndex = { byId: Finder; byPhone: Finder; byNameAndPhone: Finder; byName: Finder }

/** Everything by maps, so that fifty thousand rows meet fifty thousand people in one walk through each. */
export function indexRoster(roster: readonly RosterPerson[]): RosterIndex {
  const people = roster.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
  return {
    byId: finder(people, ({ idHash }) => idHash),
    byPhone: finder(people, ({ phoneHash }) => phoneHash),
    byNameAndPhone: finder(people, ({ name, phoneHash }) => phoneHash && `${nameKey(name)}\u0000${phoneHash}`),
    byName: finder(people, ({ name }) => nameKey(name)),
  }
}

function finder(people: readonly RosterPerson[], keyOf: (of: KeyedRow | RosterPerson) => string | null): Finder {
  const lists = new Map<string, RosterPerson[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === null) continue
    const at = `${person.organizationId}\u0000${key}`
    const list = lists.get(at)
    if (list) list.push(person)
    else lists.set(at, [person])
  }
  return (row) => {
    const key = keyOf(row)
    return key === null ? [] : (lists.get(`${row.organizationId}\u0000${key}`) ?? [])
  }
}
