import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { textField } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import type { Trail } from '#app/people/audit/trail'
import { changeMembership, endFault, endMembership, type Membership } from './memberships.server'
import { groupsToChoose } from './organization-choice.server'
import { endForm, placeForm } from './person-forms'
import type { Outcome } from './person-outcome'
import { isBirthYearMissing, type Person } from './persons.server'

type Acting = { person: Pick<Person, 'birthYear'>; membership: Membership; form: FormData; trail: Trail }

/** Changes or ends an open membership that the caller has found in the scope; 400 for any other `intent`. */
export async function actOnMembership(store: Store, acting: Acting): Promise<Exclude<Outcome, { kind: 'shown' }>> {
  const intent = textField(acting.form, 'intent')
  if (intent === 'place') return change(store, acting)
  return intent === 'end' ? end(store, acting) : badRequest()
}

async function change(store: Store, { person, membership, form, trail }: Acting) {
  const read = readFields(form, placeForm)
  const { typed } = read
  const groupId = typed.group || null
  const groups = await groupsToChoose(store, membership.organizationId)
  const isGroupWrong = groupId !== null && groupId !== membership.groupId && !groups.some(({ id }) => id === groupId)
  if (!read.ok || isGroupWrong) {
    const errors = { ...(read.ok ? {} : read.errors), ...(isGroupWrong ? { group: 'rosters.person.groupWrong' } : {}) }
    return { kind: 'wrong' as const, intent: 'place', errors, typed }
  }
  const { roleGroup, note } = read.value
  if (isBirthYearMissing(roleGroup, person.birthYear)) {
    const errors = { roleGroup: 'rosters.person.birthYearNeeded' }
    return { kind: 'wrong' as const, intent: 'place', errors, typed }
  }
  await changeMembership(store, { membership, given: { roleGroup, groupId, note }, trail })
  return { kind: 'done' as const, done: 'saved' as const }
}

async function end(store: Store, { membership, form, trail }: Acting) {
  const read = readFields(form, endForm(shanghaiDay(trail.now)))
  if (!read.ok) return { kind: 'wrong' as const, intent: 'end', errors: read.errors, typed: read.typed }
  const { endedOn } = read.value
  const fault = endFault(membership, endedOn, trail.now)
  if (fault)
    return { kind: 'wrong' as const, intent: 'end', errors: { endedOn: `rosters.person.${fault}` }, typed: read.typed }
  await endMembership(store, { membership, day: endedOn, trail })
  return { kind: 'done' as const, done: 'ended' as const }
}
