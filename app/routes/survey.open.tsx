import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { openInstrument } from '#app/measure/surveys/open-instrument.server'
import { hasResponded, submitResponse } from '#app/measure/surveys/open-survey.server'
import { questionnaire, readAnswers } from '#app/measure/surveys/questionnaire'
import { respondentCookie, respondentOf } from '#app/measure/surveys/respondent.server'
import { SurveyForm } from '#app/measure/surveys/survey-form'
import { listStreets } from '#app/people/places/regions.server'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const known = await respondentOf(request)
  if (known && (await hasResponded(store, known))) return redirect('/survey/thanks?already')
  const responseId = known ?? newId()
  const { locale } = viewOf(request)
  const page = {
    title: translator(locale).t('survey.title'),
    questionnaire: questionnaire(openInstrument, responseId, locale, new Map()),
    responseId,
    streets: await listStreets(store),
  }
  return data(page, { headers: { 'Set-Cookie': await respondentCookie(responseId) } })
}

export async function action({ request }: ActionFunctionArgs) {
  // Without our cookie there is nobody to count once: the form leads back to a fresh one.
  const responseId = await respondentOf(request)
  if (!responseId) return redirect('/survey/open')
  const form = await readForm(request)
  const answers = readAnswers(form, openInstrument) ?? badRequest()
  const streets = await listStreets(store)
  const regionId = textField(form, 'region') || null
  if (regionId && !streets.some(({ id }) => id === regionId)) return badRequest()
  const blank = Object.keys(openInstrument.items).length - answers.size
  if (blank > 0 && form.get('anyway') !== 'yes') {
    return data({ blank, regionId, answers: Object.fromEntries(answers) }, { status: 400 })
  }
  if (await hasResponded(store, responseId)) return redirect('/survey/thanks?already')
  await submitResponse(store, { id: responseId, instrument: openInstrument, answers, regionId, now: new Date() })
  return redirect('/survey/thanks')
}

export default function OpenSurvey() {
  const { title, questionnaire, responseId, streets } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p lang={questionnaire.textLocale}>{questionnaire.introduction}</p>
      <p className="text-quiet">{t('survey.held')}</p>
      <SurveyForm questionnaire={questionnaire} responseId={responseId} streets={streets} returned={returned ?? null} />
    </div>
  )
}
