/** The answers of a wave for a statistician's own work: no persons, no codes of units, and no key while a wave asks by it. */
import type { Store } from '#app/db/store.server'
import type { Translate } from '#app/i18n/config'
import type { Scope } from '#app/people/places/scope'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import { type AnsweredResponse, responsesOf } from './answer-rows.server'
import { itemIdsOf } from './answer-sheet'
import { isKeyHeld } from './held-key.server'
import type { Wave } from './waves.server'

/** One row a respondent. Unless the key is held, each core item has a second column: 1 right, 0 not right. */
export async function answersSheet(
  store: Store,
  scope: Scope,
  wave: Wave,
  t: Translate,
): Promise<{ sheet: OutSheet; rows: number }> {
  const responses = await responsesOf(store, scope, wave.id)
  const items = itemIdsOf(wave.instrument)
  const marked = (await isKeyHeld(store, wave.instrumentId)) ? [] : Object.keys(wave.instrument.items)
  const known = [
    'number',
    'day',
    'mode',
    'tier',
    'region',
    'stratum',
    'cluster',
    'baseWeight',
    'weight',
    'sex',
    'age',
    'proxy',
    'seconds',
  ] as const
  const columns = [
    ...known.map((name) => ({ title: t(`surveyFiles.answers.${name}`), width: 12 })),
    ...items.map((title) => ({ title, width: 14 })),
    ...marked.map((itemId) => ({ title: t('surveyFiles.answers.isRight', { item: itemId }), width: 14 })),
  ]
  const rows = responses.map((response, at): OutCell[] => [
    ...knownCells(response, at + 1),
    ...items.map((itemId) => response.answers.get(itemId)?.optionId ?? null),
    ...marked.map((itemId) => (response.answers.get(itemId)?.correct ? 1 : 0)),
  ])
  return { sheet: { name: t('surveyFiles.answers.sheet'), columns, rows }, rows: rows.length }
}

/** The unit's code could lead to a door, so a running number stands in its place. */
function knownCells(response: AnsweredResponse, number: number): OutCell[] {
  const { day, mode, tier, regionCode, drawnStratum, clusterCode, stratum, cluster } = response
  const { probability, weight, sex, age, isProxy, seconds } = response
  return [
    ...[number, day, mode, tier, regionCode, drawnStratum ?? stratum, clusterCode ?? cluster],
    ...[probability === null ? null : 1 / probability, weight, sex, age, isProxy ? 1 : 0, seconds],
  ]
}
