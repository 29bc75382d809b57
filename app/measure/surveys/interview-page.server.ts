/** What an interviewer's pages are made of; the wave is found by the unit that is theirs. */
import { inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import { paperOrder, sheetView } from './answer-view'
import { readFrozenInstrument } from './frozen-instrument'
import type { InterviewUnit } from './interview-units.server'
import { waveDesign } from './wave'

/** The wave of a unit that `findInterviewUnit` has found. */
export async function waveOfUnit(store: Store, { waveId }: Pick<InterviewUnit, 'waveId'>) {
  const [wave] = await wavesOf(store, [waveId])
  if (!wave) throw new Error(`the wave ${waveId} of a unit is missing`)
  return wave
}

/** The waves of units that belong to the interviewer. */
export async function wavesOf(store: Store, ids: string[]) {
  const { surveyWaves } = store.tables
  const rows = await store.db.select().from(surveyWaves).where(inArray(surveyWaves.id, ids))
  return rows.map((row) => {
    const { modes, household } = waveDesign.parse(row.design)
    const spoken = (['face', 'phone'] as const).filter((mode) => modes.includes(mode))
    return {
      id: row.id,
      name: row.name,
      status: row.status,
      fieldTo: row.fieldTo,
      ageFrom: row.ageFrom,
      ageTo: row.ageTo,
      instrument: readFrozenInstrument(row.instrument),
      modes: spoken.length > 0 ? spoken : (['face'] as const).slice(),
      asksEligible: household === 'kish',
      asksAgain: household === 'same',
    }
  })
}

type Wave = Awaited<ReturnType<typeof wavesOf>>[number]

/** The form of an interview; without the key. `order` null: the order of the paper. */
export const interviewForm = (
  { instrument, ageFrom, ageTo, modes, asksEligible, asksAgain }: Wave,
  { order, locale }: { order: string | null; locale: Locale },
) => ({
  view: sheetView(instrument, order ?? paperOrder(instrument), locale),
  ages: { from: ageFrom, to: ageTo },
  modes,
  asksEligible,
  asksAgain,
})
