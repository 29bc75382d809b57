import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { readAudit } from '#app/people/audit/audit-list.server'
import { readAuditQuery } from '#app/people/audit/audit-query'
import { auditSheet } from '#app/people/audit/audit-sheet.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The entries that the page with the same query string shows, on all its pages. What was taken is itself an entry. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'audit.read')
  const query = readAuditQuery(request.url)
  const rows = await readAudit(store, query)
  const { t } = translator(viewOf(request).locale)
  const bytes = await writeSheet([auditSheet(t, rows)])
  await noted(store, trail, {
    action: 'audit.export',
    subject: { kind: 'audit', id: 'log' },
    detail: { rows: rows.length, ...query.filters, searched: query.search !== '' },
  })
  return sheetResponse(`${t('audit.title')} ${shanghaiDay(trail.now)}`, bytes)
}
