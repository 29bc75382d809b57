import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { exportPlaces } from '#app/people/places/places-export.server'
import { REGION_FILTERS } from '#app/people/places/region-lists.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The places that the list with the same query string shows, on all its pages, and their people. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.read')
  const query = readListQuery(request.url, REGION_FILTERS)
  const { bytes, regions, populations } = await exportPlaces(store, account.scope, query)
  const detail = { regions, populations }
  await noted(store, trail, { action: 'region.export', subject: { kind: 'region', id: 'list' }, detail })
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(`${t('places.fileName')} ${shanghaiDay(trail.now)}`, bytes)
}
