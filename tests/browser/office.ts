/** A server whose desk is in use: a school with a pupil and 张伟 on its roster, an administrator signed in, feedback to answer. */
import { keysFrom } from '#app/db/sealed.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Role } from '#app/people/accounts/roles'
import { submitFeedback } from '#app/reach/feedback/feedback.server'
import type { Server } from '../support/built'
import { deskCookieOf, HERE, newAccount, newOrganization, regionAt } from '../support/desk'
import { keptEstimate } from '../support/kept-estimate'
import { accesses } from '../support/rights'
import { enter } from '../support/rosters'
import { drawnWave, unitsOf } from '../support/waves'

/** Start the server with this, so that what is sealed here can be read there. */
export const DATA_SECRET = 'a data secret that only the browser tests know'

/** Fills the database of a running server. Ids stand under the names that addresses give them. */
export async function openOffice({ databaseFile }: Server) {
  const store = createSqliteStore(databaseFile)
  const admin = await newAccount('admin', {}, store)
  const region = await regionAt(HERE, store)
  const organization = await newOrganization(HERE, 'school', store)
  const pupil = { name: '李小满', birthYear: 2014, phone: null, organizationId: organization.id }
  const person = await enter(store, keysFrom(DATA_SECRET), pupil)
  await enter(store, keysFrom(DATA_SECRET), { organizationId: organization.id })
  const written = { kind: 'mistake' as const, page: '/about', text: '这里有一个字写错了，请改正。', now: new Date() }
  await submitFeedback(store, written)
  const [feedback] = await store.db.select({ id: store.tables.feedback.id }).from(store.tables.feedback)
  const wave = await drawnWave(store, { regionCode: HERE })
  const [unit] = await unitsOf(store, wave.id)
  const estimate = await keptEstimate(store, { regionCode: HERE, instrumentId: 'core-20-b' })
  const cookies = await Promise.all(Array.from({ length: 3 }, () => deskCookieOf(admin.id, store)))
  store.close()
  const things: Record<string, string> = {
    regionId: region.id,
    organizationId: organization.id,
    code: organization.joinCode,
    personId: person.id,
    membershipId: person.membershipId,
    accountId: admin.id,
    feedbackId: feedback?.id ?? '',
    moduleId: 'call-119',
    waveId: wave.id,
    estimateId: estimate.id,
    closedWaveId: estimate.wave.id,
    unitId: unit?.id ?? '',
  }
  return { cookies, things }
}

/** The desk's addresses of the table of rights, all or those that a role may read, filled with things that are there. */
export function deskAddresses(things: Record<string, string>, which: RegExp = /./, role?: Role): string[] {
  const named = (_: string, name: string) => things[name] ?? name
  return Object.entries(accesses)
    .filter(([pattern]) => pattern.startsWith('/desk') && which.test(pattern))
    .filter(([, { read }]) => !role || read === 'everybody' || read?.includes(role))
    .map(([pattern, { query = '' }]) => pattern.replace(/:(\w+)/g, named) + query.replace(/\{(\w+)\}/g, named))
}
