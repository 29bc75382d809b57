import { groupKey } from './group-name'

/** Names of groups that were written in several ways; `name` is the one written most often, of equals the first. */
export type Spelling = { name: string; spellings: string[] }

/** From names and how often each was written, in the order they were first seen. */
export function spellingsOf(counts: ReadonlyMap<string, number>): Spelling[] {
  const byKey = new Map<string, string[]>()
  for (const name of counts.keys()) {
    const key = groupKey(name)
    byKey.set(key, [...(byKey.get(key) ?? []), name])
  }
  return [...byKey.values()]
    .filter((names) => names.length > 1)
    .map((spellings) => ({ name: mostWritten(spellings, counts), spellings }))
}

const mostWritten = (names: string[], counts: ReadonlyMap<string, number>): string =>
  names.reduce((best, name) => ((counts.get(name) ?? 0) > (counts.get(best) ?? 0) ? name : best))
