import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { exportWaves, WAVE_FILTERS } from '#app/measure/surveys/wave-lists.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The waves that the list with the same query string shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const { bytes, waves } = await exportWaves(store, account.scope, readListQuery(request.url, WAVE_FILTERS))
  await noted(store, trail, { action: 'wave.export', subject: { kind: 'wave', id: 'list' }, detail: { waves } })
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(`${t('waves.fileName')} ${shanghaiDay(trail.now)}`, bytes)
}
