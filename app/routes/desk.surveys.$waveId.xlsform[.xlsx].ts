import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { findWave } from '#app/measure/surveys/waves.server'
import { xlsForm } from '#app/measure/surveys/xlsform'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** The wave's questionnaire for KoboToolbox and ODK. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { survey, choices, settings } = xlsForm({ ...wave, hasUnits: wave.design.firstStage !== 'none' })
  const bytes = await writeSheet([
    { name: 'survey', columns: null, rows: survey },
    { name: 'choices', columns: null, rows: choices },
    { name: 'settings', columns: null, rows: settings },
  ])
  await noted(store, trail, {
    action: 'wave.export',
    subject: { kind: 'wave', id: wave.id },
    detail: { form: 'xlsform' },
  })
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(t('surveyFiles.xlsform.fileName', { name: wave.name }), bytes)
}
