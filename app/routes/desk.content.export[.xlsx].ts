import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalog } from '#app/content/catalog.server'
import { contentFilters, matchingRows } from '#app/content/review-list'
import { reviewRows } from '#app/content/review-rows.server'
import { reviewSheet } from '#app/content/review-sheet.server'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The modules that the page with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'content.read')
  const query = readListQuery(request.url, contentFilters)
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const rows = matchingRows(await reviewRows(store, catalog, locale), query)
  const bytes = await writeSheet([reviewSheet(t, rows)])
  await noted(store, trail, {
    action: 'content.export',
    subject: { kind: 'module', id: 'list' },
    detail: { rows: rows.length, searched: query.search !== '' },
  })
  return sheetResponse(`${t('content.title')} ${shanghaiDay(trail.now)}`, bytes)
}
