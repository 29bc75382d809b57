/** The signs of quality of a wave, before and after closing. No share right, no item rate; 不清楚 only after it. */
import { inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { type AnsweredResponse, responsesOf } from './answer-rows.server'
import { itemIdsOf } from './answer-sheet'
import { lettersOf } from './file-answer'
import { type QualityRow, surveyQuality } from './quality'
import type { Wave } from './waves.server'

/**
 * `name`: the interviewer's; null for answers that nobody asked for face to face, then `group` says how they came in.
 * `login`: only where another interviewer of the wave has the same name.
 */
export async function qualityOfWave(store: Store, scope: Scope, { id, instrument, status }: Wave) {
  const items = itemIdsOf(instrument)
  const letters = lettersOf(instrument)
  const core = Object.keys(instrument.items)
  const responses = await responsesOf(store, scope, id)
  const rows = responses.map((response): QualityRow => {
    const chosen = (itemId: string) => response.answers.get(itemId)?.optionId ?? null
    const placeOf = (itemId: string) => {
      const place = letters.get(itemId)?.indexOf(chosen(itemId) ?? '') ?? -1
      return place === -1 ? null : place
    }
    return {
      group: groupOf(response),
      seconds: response.seconds,
      isProxy: response.isProxy === true,
      answers: items.map(chosen),
      core: core.length,
      places: response.mode === 'paper' ? core.map(placeOf) : null,
    }
  })
  const { all, groups } = surveyQuality(rows, instrument.unsure)
  const people = await interviewersOf(
    store,
    groups.map(({ group }) => group),
  )
  const isClosed = status === 'closed'
  const named = groups.map((group) => ({
    ...group,
    unsure: isClosed ? group.unsure : null,
    signs: group.signs.filter((sign) => isClosed || sign !== 'unsure'),
    ...(people.get(group.group) ?? { name: null, login: null }),
  }))
  return {
    all,
    groups: named.toSorted(
      (one, other) =>
        (one.name ?? '\uffff').localeCompare(other.name ?? '\uffff', 'zh-CN') ||
        (one.login ?? '').localeCompare(other.login ?? '') ||
        (one.group < other.group ? -1 : 1),
    ),
  }
}

export type QualityGroup = Awaited<ReturnType<typeof qualityOfWave>>['groups'][number]

const groupOf = ({ mode, accountId }: AnsweredResponse): string =>
  mode === 'web' || mode === 'file' || accountId === null ? (mode === 'file' ? 'file' : 'web') : accountId

type Interviewer = { name: string; login: string | null }

async function interviewersOf({ db, tables: { accounts } }: Store, ids: string[]): Promise<Map<string, Interviewer>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: accounts.id, name: accounts.name, login: accounts.login })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  const isShared = (name: string) => rows.filter((row) => row.name === name).length > 1
  return new Map(rows.map(({ id, name, login }) => [id, { name, login: isShared(name) ? login : null }]))
}
