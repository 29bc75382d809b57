/** What a person's page lets one do, form by form. Each answers with what was done, or with what is wrong. */
import { shanghaiDay } from '#app/db/day'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { textField } from '#app/http/form.server'
import { readFields, type Typed } from '#app/http/read-fields'
import { unlinkPerson } from '#app/people/learners/links.server'
import type { Scope } from '#app/people/places/scope'
import { WITHDRAWN_NAME } from './consent-notice'
import { organizationChosen } from './organization-choice.server'
import { changeForm, type Fault, newPlaceForm } from './person-forms'
import { mergePersons, proposeSame } from './person-merge.server'
import type { Outcome } from './person-outcome'
import { addMembership, changePerson, type Person, revealPhone, type StaffTrail } from './persons.server'

export type Acting = { person: Person; scope: Scope; keys: Keys; form: FormData; trail: StaffTrail }

const wrong = (intent: string, field: string, fault: Fault, typed: Typed = {}): Outcome => ({
  kind: 'wrong',
  intent,
  errors: { [field]: fault },
  typed,
})

/** Does what the form's `intent` says; 400 for one that no form of the page sends. */
export async function actOnPerson(store: Store, acting: Acting): Promise<Outcome> {
  const intent = textField(acting.form, 'intent') ?? ''
  const verbs: Record<string, (store: Store, acting: Acting) => Promise<Outcome>> = {
    change,
    reveal,
    add,
    unlink,
    merge,
  }
  // Of an entry that was emptied, nothing is left to do but to let devices go.
  if (acting.person.name === WITHDRAWN_NAME && intent !== 'unlink') return badRequest()
  return Object.hasOwn(verbs, intent) && verbs[intent] ? verbs[intent](store, acting) : badRequest()
}

async function change(store: Store, { person, keys, form, trail }: Acting): Promise<Outcome> {
  const read = readFields(form, changeForm(shanghaiDay(trail.now)))
  if (!read.ok) return { kind: 'wrong', intent: 'change', errors: read.errors, typed: read.typed }
  const answer = await changePerson(store, keys, person.id, { change: read.value, trail })
  if (answer === 'needsBirthYear') return wrong('change', 'birthYear', 'rosters.person.birthYearNeeded', read.typed)
  if (answer === 'needsConsent') return wrong('change', 'birthYear', 'rosters.person.consentFirst', read.typed)
  return { kind: 'done', done: 'saved' }
}

async function reveal(store: Store, { person, scope, keys, trail }: Acting): Promise<Outcome> {
  const phone = await revealPhone(store, keys, { scope, personId: person.id, trail })
  return phone ? { kind: 'shown', phone } : wrong('reveal', 'phone', 'rosters.person.revealNone')
}

async function add(store: Store, { person, scope, form, trail }: Acting): Promise<Outcome> {
  const read = readFields(form, newPlaceForm)
  if (!read.ok) return { kind: 'wrong', intent: 'add', errors: read.errors, typed: read.typed }
  const organization = await organizationChosen(store, scope, read.value.organization)
  if (!organization) return wrong('add', 'organization', 'rosters.person.organizationUnclear', read.typed)
  const membership = { organizationId: organization.id, groupId: null, roleGroup: read.value.roleGroup, note: null }
  const answer = await addMembership(store, { person, membership, trail })
  if (answer === 'alreadyThere') return wrong('add', 'organization', 'rosters.person.alreadyThere', read.typed)
  if (answer === 'needsBirthYear') return wrong('add', 'roleGroup', 'rosters.person.birthYearNeeded', read.typed)
  if (answer === 'needsConsent') return wrong('add', 'organization', 'rosters.person.consentFirst', read.typed)
  return { kind: 'done', done: 'addedTo' }
}

async function unlink(store: Store, { person, scope, form, trail }: Acting): Promise<Outcome> {
  if (textField(form, 'understood') !== 'yes') return wrong('unlink', 'understood', 'rosters.person.unlinkNotConfirmed')
  await unlinkPerson(store, { scope, personId: person.id, trail })
  return { kind: 'done', done: 'unlinked' }
}

/** Takes the other entry into this one. Only who was proposed can be: 400 for anybody else. */
async function merge(store: Store, { person, scope, form, trail }: Acting): Promise<Outcome> {
  const from = textField(form, 'from') ?? ''
  const proposed = await proposeSame(store, scope, person.id)
  if (!proposed.some(({ id }) => id === from)) return badRequest()
  if (textField(form, 'understood') !== 'yes') return wrong('merge', from, 'rosters.person.mergeNotConfirmed')
  await mergePersons(store, { scope, from, into: person.id, trail })
  return { kind: 'done', done: 'merged' }
}
