import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { ESTIMATE_FILTERS, everyEstimate } from '#app/measure/awareness/estimate-lists.server'
import { estimatesSheet } from '#app/measure/awareness/estimate-sheet.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The estimates that the page with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const rows = await everyEstimate(store, account.scope, readListQuery(request.url, ESTIMATE_FILTERS))
  const { t } = translator(viewOf(request).locale)
  const bytes = await writeSheet([estimatesSheet(t, rows)])
  await noted(store, trail, {
    action: 'estimate.export',
    subject: { kind: 'estimate', id: 'list' },
    detail: { rows: rows.length },
  })
  return sheetResponse(`${t('estimates.title')} ${shanghaiDay(trail.now)}`, bytes)
}
