import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { FollowUpForm } from '#app/measure/surveys/follow-up-form'
import { waveChoices } from '#app/measure/surveys/wave-choices.server'
import { fieldsOfFollowUp, fieldsOfWave } from '#app/measure/surveys/wave-fields'
import { WaveForm } from '#app/measure/surveys/wave-form'
import { saveFollowUp, saveWave } from '#app/measure/surveys/wave-handle.server'
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
    isFollowUp: wave.followsId !== null,
    choices: await waveChoices(store, account.scope, locale),
    given: wave.followsId === null ? fieldsOfWave(wave) : fieldsOfFollowUp(wave),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id, followsId } = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const change = { scope: account.scope, trail, id, accountId: account.id }
  const sent = { form, t }
  const saved =
    (followsId === null
      ? await saveWave(store, { ...change, isNew: false }, sent)
      : await saveFollowUp(store, change, null, sent)) ?? notFound()
  if ('failed' in saved) return data(saved.failed, { status: 400 })
  return redirect(`/desk/surveys/${id}?saved=changed`)
}

export default function EditSurvey() {
  const { title, id, isDraft, isDrawn, isFollowUp, choices, given } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {isDraft && isFollowUp && <FollowUpForm given={given} failed={failed} isNew={false} />}
      {isDraft && !isFollowUp && (
        <>
          {isDrawn && (
            <Notice tone="caution">
              <p>{t('waves.form.drawnGoes')}</p>
            </Notice>
          )}
          <WaveForm given={given} choices={choices} failed={failed} isNew={false} />
        </>
      )}
      {!isDraft && (
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
