import type { Store } from '#app/db/store.server'
import { findOrganizationIn } from '#app/people/places/organizations.server'
import type { Scope } from '#app/people/places/scope'
import { EACH_ROW } from './import-upload'
import { organizationChosen, organizationsToChoose } from './organization-choice.server'

/** Whose roster an upload is for, and who may look at it; null as organization: the file names the unit of each row. */
export type PlaceOfImport = { organizationId: string | null; regionCode: string }

/** What was chosen or typed, within the scope; or the key of the sentence that says what is wrong. */
export async function placeOfImport(
  store: Store,
  scope: Scope,
  typed: string,
): Promise<PlaceOfImport | { problem: string }> {
  const text = typed.trim()
  if (text === EACH_ROW || text === '') {
    const isAllowed =
      scope.kind === 'region' && (text === EACH_ROW || (await organizationsToChoose(store, scope)) === null)
    if (isAllowed) return { organizationId: null, regionCode: scope.prefix }
    return { problem: 'rosters.import.form.choose' }
  }
  const chosen = await organizationChosen(store, scope, text)
  const organization = chosen && (await findOrganizationIn(store, scope, chosen.id))
  if (!organization) return { problem: 'rosters.import.form.noOrganization' }
  return { organizationId: organization.id, regionCode: organization.region.code }
}
