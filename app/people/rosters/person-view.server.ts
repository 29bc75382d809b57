import type { Store } from '#app/db/store.server'
import { countLinks } from '#app/people/learners/links.server'
import type { Scope } from '#app/people/places/scope'
import { WITHDRAWN_NAME } from './consent-notice'
import { listConsents } from './consents.server'
import { membershipsOf } from './memberships.server'
import { organizationsToChoose } from './organization-choice.server'
import { proposeSame } from './person-merge.server'
import { isConsentNeeded, type Person } from './persons.server'

/** What the page of a person shows besides the person: rosters, devices, consent, and who may be the same. */
export async function personView(store: Store, { scope, person, now }: { scope: Scope; person: Person; now: Date }) {
  const consents = await listConsents(store, person.id)
  return {
    memberships: await membershipsOf(store, scope, person.id),
    devices: await countLinks(store, scope, person.id),
    same: await proposeSame(store, scope, person.id),
    organizations: scope.kind === 'organization' ? [] : await organizationsToChoose(store, scope),
    consentedOn: consents.find(({ withdrawnAt }) => withdrawnAt === null)?.consentedOn ?? null,
    isConsentNeeded: isConsentNeeded(person.birthYear, now),
    isWithdrawn: person.name === WITHDRAWN_NAME,
  }
}

export type PersonView = Awaited<ReturnType<typeof personView>>
