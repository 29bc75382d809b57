import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { readFields } from '#app/http/read-fields'
import type { Account } from '#app/people/accounts/account'
import type { Trail } from '#app/people/audit/trail'
import { enterResponse } from './enter-response.server'
import { visitForm } from './interview'
import { waveOfUnit } from './interview-page.server'
import { type InterviewUnit, interviewerSource, recordVisit } from './interview-units.server'
import { readAnswerForm } from './read-answer-form'

type Sent = { account: Account; unit: InterviewUnit; form: FormData; trail: Trail }

/** What the page of one unit sends: a visit that brought no answers, or the answers. A form that no page of ours sends is thrown out with 400. */
export async function handleInterview(store: Store, sent: Sent) {
  const intent = sent.form.get('intent')
  if (intent === 'visit') return handleVisit(store, sent)
  if (intent === 'answers') return handleAnswers(store, sent)
  return badRequest()
}

const saved = { kind: 'saved' as const }
const refused = (why: 'waveClosed' | 'unitTaken' | 'unknownUnit') => ({ kind: 'refused' as const, why })

async function handleVisit(store: Store, { account, unit, form, trail }: Sent) {
  const read = readFields(form, visitForm.omit({ eligible: true }))
  if (!read.ok) return read.errors.outcome ? { kind: 'visit' as const, error: 'outcomeMissing' as const } : badRequest()
  const { outcome, visits } = read.value
  const recorded = await recordVisit(store, account, { unitId: unit.id, outcome, visits, eligible: null, trail })
  return recorded === 'saved' ? saved : refused(recorded === 'answered' ? 'unitTaken' : recorded)
}

async function handleAnswers(store: Store, { account, unit, form, trail }: Sent) {
  const wave = await waveOfUnit(store, unit)
  const read = readAnswerForm(form, wave.instrument, wave, trail.now) ?? badRequest()
  if (!read.ok) return { kind: 'returned' as const, returned: read.returned }
  const { id, mode = 'face', sex, age, proxy, eligible, visits } = read.fields
  const respondent = { sex, age, regionId: null, isProxy: proxy === 'yes', seconds: read.seconds, personKey: null }
  const entered = await enterResponse(store, {
    ...{ id, waveId: unit.waveId, unitId: unit.id, mode, sheet: read.sheet, respondent, trail },
    source: interviewerSource(account),
    visit: { visits, eligible },
  })
  if (entered.kind === 'saved' || entered.kind === 'already') return saved
  return entered.kind === 'unknownOption' || entered.kind === 'outOfFrame' ? badRequest() : refused(entered.kind)
}
