import type { Store } from '#app/db/store.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { takesAnswers } from './answer-source.server'
import { paperOrder, sheetView } from './answer-view'
import { enterResponse } from './enter-response.server'
import { type PaperReturned, readPaperForm } from './paper'
import { findUnitByCode } from './unit-by-code.server'
import type { Wave } from './waves.server'

export type TakenPaper =
  | { kind: 'saved'; code: string }
  | { kind: 'returned'; returned: PaperReturned }
  | { kind: 'closed' }
  | { kind: 'malformed' }

/** Keeps one paper of a wave that was found in the scope, or says which boxes of the form are to be looked at again. */
export async function takePaper(
  store: Store,
  scope: Scope,
  { wave, form, trail }: { wave: Wave; form: FormData; trail: Trail },
): Promise<TakenPaper> {
  const { instrument, id: waveId, design } = wave
  const view = sheetView(instrument, paperOrder(instrument), 'zh-CN')
  const read = readPaperForm(form, { instrument, view, frame: wave })
  if (!read) return { kind: 'malformed' }
  if (!takesAnswers(wave, trail.now)) return { kind: 'closed' }
  if (!read.ok) return { kind: 'returned', returned: read.returned }
  const { id, code, sex, age, eligible, proxy } = read.fields
  const unit = await findUnitByCode(store, scope, { waveId, code })
  const again = (fault: string): TakenPaper => ({
    kind: 'returned',
    returned: { errors: { code: fault }, typed: read.typed, blank: 0 },
  })
  if (!unit) return again('codeUnknown')
  const respondent = { sex, age, regionId: null, isProxy: proxy === 'yes', seconds: null, personKey: null }
  const entered = await enterResponse(store, {
    ...{ id, waveId, unitId: unit.id, mode: 'paper', sheet: read.sheet, respondent, trail },
    source: { kind: 'desk', scope },
    visit: design.household === 'kish' ? { visits: 0, eligible } : undefined,
  })
  if (entered.kind === 'saved' || entered.kind === 'already') return { kind: 'saved', code }
  if (entered.kind === 'unitTaken') return again('codeTaken')
  return entered.kind === 'waveClosed' ? { kind: 'closed' } : { kind: 'malformed' }
}
