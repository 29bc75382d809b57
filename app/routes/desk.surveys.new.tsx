import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { isId, newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { waveChoices } from '#app/measure/surveys/wave-choices.server'
import { newWaveFields } from '#app/measure/surveys/wave-fields'
import { WaveForm } from '#app/measure/surveys/wave-form'
import { saveWave } from '#app/measure/surveys/wave-handle.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

/** The form holds the id of what it will make, so that sending it twice makes one wave. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('waves.form.newTitle'),
    desk: deskHead(account),
    choices: await waveChoices(store, account.scope, locale),
    given: { id: newId(), ...newWaveFields(trail.now, shanghaiDay) },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const sentId = textField(form, 'id') ?? ''
  const change = { scope: account.scope, trail, id: isId(sentId) ? sentId : newId(), isNew: true }
  const saved = (await saveWave(store, { ...change, accountId: account.id }, { form, t })) ?? notFound()
  if ('failed' in saved) return data(saved.failed, { status: 400 })
  return redirect(`/desk/surveys/${saved.id}?saved=added`)
}

export default function NewSurvey() {
  const { title, choices, given } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <p>{t('waves.form.lead')}</p>
      <WaveForm given={given} choices={choices} failed={failed} isNew />
      <a href="/desk/surveys" className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
