import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { ORGANIZATION_FILTERS } from '#app/people/places/organization-lists.server'
import { exportOrganizations } from '#app/people/places/organizations-export.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The organizations that the list with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.read')
  const query = readListQuery(request.url, ORGANIZATION_FILTERS)
  const { bytes, organizations } = await exportOrganizations(store, account.scope, query)
  const detail = { organizations }
  await noted(store, trail, { action: 'organization.export', subject: { kind: 'organization', id: 'list' }, detail })
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(`${t('organizations.fileName')} ${shanghaiDay(trail.now)}`, bytes)
}
