import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { callSheet } from '#app/measure/surveys/sample-view.server'
import { deedOf, findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The call sheet of a wave: its units, and nothing that anybody has answered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { bytes, units } = await callSheet(store, account.scope, wave)
  await noted(store, trail, deedOf('wave.export', wave.id, { units }))
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(`${wave.name} ${t('waves.sample.fileName')}`, bytes)
}
