/** Waves in the field of the process's own store, and forms as respondents and interviewers send them. */
import { eq } from 'drizzle-orm'
import type { Instrument } from '#app/content/schema'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { makeLinks } from '#app/measure/surveys/tokens.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { openedWave, unitsOf, type WaveOptions } from './waves'

const trailOf = ({ createdBy }: Wave) => ({ accountId: createdBy, origin: 'a test', now: new Date() })

/** A wave in the field with its units and a link to each, by unit id. */
export async function linkedWave(options: WaveOptions = {}) {
  const wave = await openedWave(store, options)
  const links = await makeLinks(store, wholeDistrict, { waveId: wave.id, clusterId: null }, trailOf(wave))
  const tokens = new Map((links ?? []).map(({ unitId, token }) => [unitId, token]))
  return { wave, units: await unitsOf(store, wave.id), tokens, links: links ?? [] }
}

export const close = (wave: Wave) => closeWave(store, { scope: wholeDistrict, trail: trailOf(wave), id: wave.id })

/** Gives units to an interviewer. */
export async function assign(accountId: string, units: { id: string }[]): Promise<void> {
  const { surveyUnits } = store.tables
  await store.atomically((tx) =>
    units.map(({ id }) => tx.update(surveyUnits).set({ interviewerId: accountId }).where(eq(surveyUnits.id, id))),
  )
}

export const unitNow = async (id: string) =>
  (await store.db.select().from(store.tables.surveyUnits).where(eq(store.tables.surveyUnits.id, id)))[0]

export const responseOf = async (unitId: string) =>
  (await store.db.select().from(store.tables.surveyResponses).where(eq(store.tables.surveyResponses.unitId, unitId)))[0]

export async function answersTo(unitId: string): Promise<Record<string, string | null>> {
  const { surveyAnswers } = store.tables
  const response = await responseOf(unitId)
  const rows = await store.db
    .select()
    .from(surveyAnswers)
    .where(eq(surveyAnswers.responseId, response?.id ?? ''))
  return Object.fromEntries(rows.map(({ itemId, optionId }) => [itemId, optionId]))
}

/** The fields of a whole questionnaire: the first `right` core items right, the others wrong; the last of every background item. */
export function wholeForm(instrument: Instrument, { right = 12 } = {}): [string, string][] {
  const core = Object.entries(instrument.items).map(([id, { options, correct }], at): [string, string] => {
    const wrong = options.find((option) => option !== correct[0]) ?? ''
    return [`item.${id}`, at < right ? (correct[0] ?? '') : wrong]
  })
  const background = Object.entries(instrument.background.items).map(([id, { options }]): [string, string] => [
    `item.${id}`,
    options[0] ?? '',
  ])
  return [['id', newId()], ['sex', 'male'], ['age', '38'], ...core, ...background]
}

/** Every value of a form, the key's names and ids of right options told from wrong ones. */
export const optionsIn = (html: string, itemId: string): string[] =>
  [...html.matchAll(new RegExp(`name="item.${itemId}"[^>]* value="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')

/** The instrument with a wrong key for every item: what shows an instrument must not tell the two apart. */
export function otherKeys(instrument: Instrument): Instrument {
  const items = Object.entries(instrument.items).map(([id, item]) => {
    const wrong = item.options.find((option) => option !== item.correct[0]) ?? ''
    return [id, { ...item, correct: [wrong] }]
  })
  return { ...instrument, items: Object.fromEntries(items) }
}

/** Names that would carry a key, in markup or in data. */
export const KEY_NAMES = /correct|isRight|answerKey|mustKnow|正确答案|答对了|答错了/i
