import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { itemSheets } from '#app/measure/items/item-sheet.server'
import { waveItems } from '#app/measure/items/item-subjects.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The figures that the page shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'items.read')
  const { locale } = viewOf(request)
  const subject = (await waveItems(store, account.scope, { waveId: params.closedWaveId ?? '', locale })) ?? notFound()
  const { t } = translator(locale)
  const bytes = await writeSheet(itemSheets(subject, t))
  const { id, items } = subject
  await noted(store, trail, { action: 'wave.export', subject: { kind: 'wave', id }, detail: { items: items.length } })
  return sheetResponse(`${t('items.subjectTitle', { title: subject.title })} ${shanghaiDay(trail.now)}`, bytes)
}
