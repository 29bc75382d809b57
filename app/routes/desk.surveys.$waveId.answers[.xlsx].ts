import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { answersSheet } from '#app/measure/surveys/answer-export.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { sheetResponse } from '#app/sheets/download.server'
import { writeSheet } from '#app/sheets/write-sheet.server'

/** What everybody chose; whether it was right only once the wave is closed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  const { sheet, rows } = await answersSheet(store, account.scope, wave, t)
  const bytes = await writeSheet([sheet])
  await noted(store, trail, {
    action: 'response.export',
    subject: { kind: 'wave', id: wave.id },
    detail: { rows, closed: wave.status === 'closed' },
  })
  return sheetResponse(`${t('surveyFiles.answers.sheet')} ${wave.name} ${shanghaiDay(trail.now)}`, bytes)
}
