/** Files of finished surveys for tests: a wave without a sample that takes answers, and rows that fit its questionnaire. */
import { eq } from 'drizzle-orm'
import type { Instrument } from '#app/content/schema'
import { store } from '#app/db/main.server'
import { itemIdsOf, optionsOf } from '#app/measure/surveys/answer-sheet'
import { openWave } from '#app/measure/surveys/field-work.server'
import { findWave, type Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type OutCell, writeSheet } from '#app/sheets/write-sheet.server'
import { atDesk } from './desk'
import type { Visitor } from './visitor'
import { DISTRICT, newWave, type WaveOptions } from './waves'

/** A wave of the district that takes answers without having drawn a sample, and the survey lead who made it. */
export async function fileWave(options: WaveOptions = {}) {
  const lead = await atDesk('survey-lead', { regionCode: options.regionCode ?? DISTRICT })
  const draft = await newWave(store, { design: { firstStage: 'none' }, ...options, accountId: lead.account.id })
  const change = { scope: wholeDistrict, trail: { ...lead.account.trail, now: new Date() }, id: draft.id }
  const opened = await openWave(store, change)
  if (!opened?.done) throw new Error('the wave did not open')
  const wave = await findWave(store, wholeDistrict, draft.id)
  if (!wave) throw new Error('the wave has gone')
  return { wave, lead, path: `/desk/surveys/${wave.id}/import` }
}

/** Titles of every item as 第1题…, or by stem, or by id. */
export const stemsIn = ({ words, background }: Instrument): string[] => [
  ...Object.values(words['zh-CN'].items).map(({ stem }) => stem),
  ...Object.values(background.words['zh-CN'].items).map(({ stem }) => stem),
]

/** What one person answered, as option ids: to item i the option at (shift + i), a multiple choice one of them. */
export const answersOf = (instrument: Instrument, shift: number): string[] =>
  itemIdsOf(instrument).map((itemId, at) => {
    const options = optionsOf(instrument, itemId) ?? []
    return options[(shift + at) % options.length] ?? ''
  })

/** The words of an option in Chinese. */
export function wordsOfOption({ words, background, unsure }: Instrument, itemId: string, option: string): string {
  const core = words['zh-CN'].items[itemId]
  if (core) return option === unsure ? words['zh-CN'].unsureLabel : (core.options[option] ?? '')
  return background.words['zh-CN'].items[itemId]?.options[option] ?? ''
}

export const xlsxOf = (rows: OutCell[][]): Promise<Uint8Array> => writeSheet([{ name: '数据', columns: null, rows }])

/** Chooses the file on the page; the address of what was read, or the page that refuses it. */
export async function choose(visitor: Visitor, path: string, bytes: Uint8Array, name = '调查.xlsx'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([bytes.slice()], name))
  return visitor.send(path, { method: 'POST', body: form })
}

/** Chooses the file and reads the page that says what it would do. */
export async function preview(visitor: Visitor, path: string, bytes: Uint8Array, name?: string) {
  const response = await choose(visitor, path, bytes, name)
  const at = response.headers.get('Location')
  if (!at) throw new Error(`not taken: ${response.status} ${textOf(await response.text())}`)
  const html = await visitor.html(at)
  return { at, html, text: textOf(html), fields: fieldsOf(html) }
}

/** A page without its tags and its lists to choose from. */
export const textOf = (html: string): string => html.replace(/<select.*?<\/select>/gs, '').replace(/<[^>]+>/g, '')

/** What the mapping's form would send: the draft and the chosen column of every list. */
export function fieldsOf(html: string): Record<string, string> {
  const [, draft = ''] = /name="draft" value="([^"]*)"/.exec(html) ?? []
  const lists = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', inside = '']) => {
      const [, value = ''] =
        /<option[^>]*value="([^"]*)"[^>]*selected=""/.exec(inside) ??
        /<option[^>]*selected=""[^>]*value="([^"]*)"/.exec(inside) ??
        []
      return [name, value]
    },
  )
  return { draft, ...Object.fromEntries(lists) }
}

/** The wave's responses, in the order in which they were written, with their answers by item. */
export async function keptIn({ id }: Pick<Wave, 'id'>) {
  const { surveyResponses, surveyAnswers } = store.tables
  const responses = await store.db.select().from(surveyResponses).where(eq(surveyResponses.waveId, id))
  const answers = await store.db
    .select({ answer: surveyAnswers })
    .from(surveyAnswers)
    .innerJoin(surveyResponses, eq(surveyResponses.id, surveyAnswers.responseId))
    .where(eq(surveyResponses.waveId, id))
  return responses
    .map((response) => ({
      ...response,
      answers: Object.fromEntries(
        answers
          .filter(({ answer }) => answer.responseId === response.id)
          .map(({ answer }) => [answer.itemId, answer.optionId]),
      ),
    }))
    .toSorted((one, other) => (one.age ?? 0) - (other.age ?? 0))
}
