import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { waveChoices } from '#app/measure/surveys/wave-choices.server'
import { fieldsOfWave } from '#app/measure/surveys/wave-fields'
import { WaveForm } from '#app/measure/surveys/wave-form'
import { saveWave } from '#app/measure/surveys/wave-handle.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('waves.form.editTitle'),
    desk: deskHead(account),
    id: wave.id,
    isDraft: wave.status === 'draft',
    isDrawn: wave.drawnAt !== null,
    choices: await waveChoices(store, account.scope, locale),
    given: fieldsOfWave(wave),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const change = { scope: account.scope, trail, id, isNew: false, accountId: account.id }
  const saved = (await saveWave(store, change, { form, t })) ?? notFound()
  if ('failed' in saved) return data(saved.failed, { status: 400 })
  return redirect(`/desk/surveys/${id}?saved=changed`)
}

export default function EditSurvey() {
  const { title, id, isDraft, isDrawn, choices, given } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {isDraft ? (
        <>
          {isDrawn && (
            <Notice tone="caution">
              <p>{t('waves.form.drawnGoes')}</p>
            </Notice>
          )}
          <WaveForm given={given} choices={choices} failed={failed} isNew={false} />
        </>
      ) : (
        <Notice tone="plain">
          <p>{t('waves.problem.notDraft')}</p>
        </Notice>
      )}
      <a href={`/desk/surveys/${id}`} className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
