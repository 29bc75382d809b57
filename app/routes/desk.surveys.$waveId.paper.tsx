import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { takesAnswers } from '#app/measure/surveys/answer-source.server'
import { paperOrder, sheetView } from '#app/measure/surveys/answer-view'
import { PaperForm } from '#app/measure/surveys/paper-form'
import { takePaper } from '#app/measure/surveys/take-paper.server'
import { readUnitCode } from '#app/measure/surveys/unit-code'
import { WaveHead } from '#app/measure/surveys/wave-head'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('answering.paper.title', { name: wave.name }),
    desk: deskHead(account),
    waveId: wave.id,
    isOpen: takesAnswers(wave, trail.now),
    status: wave.status,
    id: newId(),
    view: sheetView(wave.instrument, paperOrder(wave.instrument), locale),
    ages: { from: wave.ageFrom, to: wave.ageTo },
    asksEligible: wave.design.household === 'kish',
    saved: readUnitCode(new URL(request.url).searchParams.get('saved') ?? ''),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const taken = await takePaper(store, account.scope, { wave, form: await readForm(request), trail })
  if (taken.kind === 'malformed') return badRequest()
  if (taken.kind === 'saved') return redirect(`/desk/surveys/${wave.id}/paper?saved=${taken.code}`)
  return data(taken, { status: taken.kind === 'closed' ? 409 : 400 })
}

export default function Paper() {
  const { title, waveId, isOpen, status, id, view, ages, asksEligible, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <WaveHead title={title} waveId={waveId} lead={t('answering.paper.lead')} />
      {saved && !answer && <Notice tone="good" title={t('answering.paper.saved', { code: saved })} live />}
      {isOpen ? (
        <div className="reading">
          <PaperForm
            {...{ view, id, ages, asksEligible }}
            returned={answer?.kind === 'returned' ? answer.returned : null}
          />
        </div>
      ) : (
        <Notice
          tone="plain"
          title={t(status === 'draft' ? 'answering.refused.waveDraft' : 'answering.refused.waveClosed')}
          live={answer !== undefined}
        />
      )}
    </div>
  )
}
