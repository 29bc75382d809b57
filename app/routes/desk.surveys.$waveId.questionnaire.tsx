import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { paperOrder, sheetView } from '#app/measure/surveys/answer-view'
import { PaperSheet } from '#app/measure/surveys/paper-sheet'
import { WaveHead } from '#app/measure/surveys/wave-head'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

/** The questionnaire to print, in the language of the page; the letters are the same in each. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const { id, name, instrument, design, ageFrom, ageTo } =
    (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('answering.paper.printTitle'),
    desk: deskHead(account),
    waveId: id,
    waveName: name,
    view: sheetView(instrument, paperOrder(instrument), locale),
    ages: { from: ageFrom, to: ageTo },
    asksEligible: design.household === 'kish',
    asksAgain: design.household === 'same',
  }
}

export default function Questionnaire() {
  const { title, waveId, waveName, view, ages, asksEligible, asksAgain } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6 print:pt-0">
      <WaveHead title={title} waveId={waveId} lead={t('answering.paper.printLead')} isPrinted={false} />
      <PaperSheet view={view} waveName={waveName} ages={ages} {...{ asksEligible, asksAgain }} />
    </div>
  )
}
