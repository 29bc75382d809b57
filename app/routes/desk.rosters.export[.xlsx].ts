import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { dataKeys } from '#app/http/secret.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { may } from '#app/people/accounts/roles'
import { noted } from '#app/people/audit/audit.server'
import { writePersons } from '#app/people/rosters/person-export.server'
import { everyPerson, PERSON_FILTERS } from '#app/people/rosters/person-list.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The persons that the list shows for the same query string, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.read')
  const query = readListQuery(request.url, PERSON_FILTERS)
  const seesContacts = may(account.role, 'contacts.see')
  const lines = await everyPerson(store, { scope: account.scope, query, keys: dataKeys, seesContacts })
  const bytes = await writePersons(store, lines, { seesContacts, hasLeft: query.filters.state === 'left' })
  const detail = { rows: lines.length, contacts: seesContacts, filtered: Object.keys(query.filters).length > 0 }
  await noted(store, trail, { action: 'roster.export', subject: { kind: 'roster', id: 'list' }, detail })
  return sheetResponse('名册', bytes)
}
