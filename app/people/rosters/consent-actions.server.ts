import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { textField } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { listConsents, recordConsent, withdrawConsent } from './consents.server'
import { consentForm, type Fault } from './person-forms'
import type { Outcome } from './person-outcome'
import type { StaffTrail } from './persons.server'

type Acting = { personId: string; form: FormData; trail: StaffTrail }

/** Records or withdraws the consent for a person the caller has found in the scope; 400 for any other `intent`. */
export async function actOnConsent(store: Store, acting: Acting): Promise<Exclude<Outcome, { kind: 'shown' }>> {
  const { personId, form, trail } = acting
  const intent = textField(form, 'intent')
  if (intent === 'withdraw') return withdraw(store, acting)
  if (intent !== 'record') return badRequest()
  const read = readFields(form, consentForm(shanghaiDay(trail.now)))
  if (!read.ok) return { kind: 'wrong', intent, errors: read.errors, typed: read.typed }
  await recordConsent(store, personId, { given: read.value, trail })
  return { kind: 'done', done: 'recorded' }
}

/** Only a consent that was given can be withdrawn: this is no way to empty an adult's entry. */
async function withdraw(store: Store, { personId, form, trail }: Acting): Promise<Exclude<Outcome, { kind: 'shown' }>> {
  const consents = await listConsents(store, personId)
  if (!consents.some(({ withdrawnAt }) => withdrawnAt === null)) return badRequest()
  if (textField(form, 'understood') !== 'yes') {
    const errors = { understood: 'rosters.consent.withdrawNotConfirmed' satisfies Fault }
    return { kind: 'wrong', intent: 'withdraw', errors, typed: {} }
  }
  await withdrawConsent(store, personId, trail)
  return { kind: 'done', done: 'withdrawDone' }
}
