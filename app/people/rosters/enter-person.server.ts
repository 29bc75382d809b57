import { shanghaiDay } from '#app/db/day'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { type ReadFields, readFields } from '#app/http/read-fields'
import { groupsToChoose, type OrganizationName } from './organization-choice.server'
import { consentForm, newPersonForm } from './person-forms'
import { addPerson, isConsentNeeded, type StaffTrail } from './persons.server'

type Entering = { organization: OrganizationName; form: FormData; trail: StaffTrail }

/**
 * Reads the form of a new person and enters them; the value is their id. The consent is read when somebody who may be
 * under 14 is entered, or when its fields were begun.
 */
export async function enterPerson(
  store: Store,
  keys: Keys,
  { organization, form, trail }: Entering,
): Promise<ReadFields<string>> {
  const today = shanghaiDay(trail.now)
  const read = readFields(form, newPersonForm(today))
  const { typed } = read
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors }
  const groupId = typed.group || null
  if (groupId && !(await groupsToChoose(store, organization.id)).some(({ id }) => id === groupId))
    errors.group = 'rosters.person.groupWrong'
  const isChild = read.ok && isConsentNeeded(read.value.birthYear, trail.now)
  const isBegun = Boolean(typed.guardianName || typed.channel || typed.consentedOn || typed.known)
  const consent = isChild || isBegun ? readFields(form, consentForm(today)) : null
  if (consent && !consent.ok) Object.assign(errors, consent.errors)
  if (isChild && !consent?.ok) errors.consent = 'rosters.person.consentFill'
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const { roleGroup, note, startedOn, group: _, ...plain } = read.value
  const id = await addPerson(store, keys, {
    plain: { ...plain, idNumber: null },
    membership: { organizationId: organization.id, groupId, roleGroup, note },
    consent: consent?.ok ? consent.value : null,
    startedOn,
    trail,
  })
  return id ? { ok: true, value: id, typed } : { ok: false, errors: { consent: 'rosters.person.consentFill' }, typed }
}
