import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { takesAnswers } from '#app/measure/surveys/answer-source.server'
import { handleInterview } from '#app/measure/surveys/handle-interview.server'
import { InterviewPage } from '#app/measure/surveys/interview-page'
import { interviewForm, waveOfUnit } from '#app/measure/surveys/interview-page.server'
import { findInterviewUnit } from '#app/measure/surveys/interview-units.server'
import { unitLine } from '#app/measure/surveys/interview-view'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.interview')
  const unit = (await findInterviewUnit(store, account, params.unitId ?? '')) ?? notFound()
  const wave = await waveOfUnit(store, unit)
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('answering.interview.unitTitle', { code: unit.code }),
    desk: deskHead(account),
    unit: unitLine(unit),
    place: unit.clusterName ?? unit.waveName,
    isOpen: takesAnswers(wave, trail.now),
    id: newId(),
    began: trail.now.getTime(),
    form: interviewForm(wave, { order: unit.id, locale }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.interview')
  const unit = (await findInterviewUnit(store, account, params.unitId ?? '')) ?? notFound()
  const form = await readForm(request)
  const handled = await handleInterview(store, { account, unit, form, trail })
  if (handled.kind === 'saved') return redirect(`/desk/interviews?saved=${unit.id}`)
  return data(handled, { status: handled.kind === 'refused' ? 409 : 400 })
}

export default function Interview() {
  return <InterviewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
}
