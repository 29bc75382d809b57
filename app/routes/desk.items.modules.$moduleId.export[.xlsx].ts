import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalog } from '#app/content/catalog.server'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { itemSheets } from '#app/measure/items/item-sheet.server'
import { moduleItems } from '#app/measure/items/item-subjects.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The figures that the page shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'items.read')
  const { locale } = viewOf(request)
  const subject = (await moduleItems(store, catalog, { moduleId: params.moduleId ?? '', locale })) ?? notFound()
  const { t } = translator(locale)
  const bytes = await writeSheet(itemSheets(subject, t))
  const { id, items } = subject
  await noted(store, trail, {
    action: 'content.export',
    subject: { kind: 'module', id },
    detail: { items: items.length },
  })
  return sheetResponse(`${t('items.subjectTitle', { title: subject.title })} ${shanghaiDay(trail.now)}`, bytes)
}
