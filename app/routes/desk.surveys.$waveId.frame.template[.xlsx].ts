import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { frameTemplate } from '#app/measure/surveys/frame.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The communities of the wave's place, without their households, in the form that the frame takes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(t('waves.frame.templateName'), await frameTemplate(store, account.scope, wave))
}
