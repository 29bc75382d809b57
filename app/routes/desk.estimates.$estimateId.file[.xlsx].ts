import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { estimateSheets } from '#app/measure/awareness/estimate-sheet.server'
import { stemsOf } from '#app/measure/awareness/estimate-stems'
import { findEstimate } from '#app/measure/awareness/estimates.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** One estimate as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const estimate = (await findEstimate(store, account.scope, params.estimateId ?? '')) ?? notFound()
  const wave = (await findWave(store, account.scope, estimate.waveId)) ?? notFound()
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const bytes = await writeSheet(estimateSheets(t, estimate.result, stemsOf(wave.instrument, locale)))
  await noted(store, trail, { action: 'estimate.export', subject: { kind: 'estimate', id: estimate.id } })
  return sheetResponse(`${t('estimates.fileName')} ${wave.name}`, bytes)
}
