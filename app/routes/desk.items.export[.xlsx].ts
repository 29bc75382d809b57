import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalog } from '#app/content/catalog.server'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { itemFilters, listSubjects } from '#app/measure/items/item-list.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The quizzes and waves that the page with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'items.read')
  const query = readListQuery(request.url, itemFilters)
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const rows = await listSubjects(store, catalog, { scope: account.scope, query, locale })
  const columns = (['kind', 'title', 'persons'] as const).map((name) => ({
    title: t(`items.column.${name}`),
    width: 30,
  }))
  const cells = rows.map(({ kind, title, persons }) => [t(`items.kind.${kind}`), title, persons])
  const bytes = await writeSheet([{ name: t('items.title'), columns, rows: cells }])
  await noted(store, trail, {
    action: 'content.export',
    subject: { kind: 'module', id: 'items' },
    detail: { rows: rows.length, searched: query.search !== '' },
  })
  return sheetResponse(`${t('items.title')} ${shanghaiDay(trail.now)}`, bytes)
}
