import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { feedbackFilters } from '#app/reach/feedback/feedback'
import { readFeedback } from '#app/reach/feedback/feedback-desk.server'
import { feedbackSheet } from '#app/reach/feedback/feedback-sheet.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The feedback that the page with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'feedback.read')
  const query = readListQuery(request.url, feedbackFilters)
  const rows = await readFeedback(store, query)
  const { t } = translator(viewOf(request).locale)
  const bytes = await writeSheet([feedbackSheet(t, rows)])
  await noted(store, trail, {
    action: 'feedback.export',
    subject: { kind: 'feedback', id: 'list' },
    detail: { rows: rows.length, searched: query.search !== '' },
  })
  return sheetResponse(`${t('feedback.desk.title')} ${shanghaiDay(trail.now)}`, bytes)
}
