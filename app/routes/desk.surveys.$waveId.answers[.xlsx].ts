import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
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

/** What everybody chose, only once the wave is closed: who knows the questions could work the result out from it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  if (wave.status !== 'closed') return redirect(`/desk/surveys/${wave.id}`)
  const { t } = translator(viewOf(request).locale)
  const { sheet, rows } = await answersSheet(store, account.scope, wave, t)
  const bytes = await writeSheet([sheet])
  await noted(store, trail, {
    action: 'response.export',
    subject: { kind: 'wave', id: wave.id },
    detail: { rows },
  })
  return sheetResponse(`${t('surveyFiles.answers.sheet')} ${wave.name} ${shanghaiDay(trail.now)}`, bytes)
}
