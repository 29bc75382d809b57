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
import { followUpFault, foundAgain } from '#app/measure/surveys/follow-up.server'
import { FollowUpForm, FollowUpLead } from '#app/measure/surveys/follow-up-form'
import { newFollowUpFields } from '#app/measure/surveys/wave-fields'
import { saveFollowUp } from '#app/measure/surveys/wave-handle.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'

/** Asking the respondents of a wave once more. The form holds the id of what it will make. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  return {
    title: translator(viewOf(request).locale).t('waves.followUp.title'),
    desk: deskHead(account),
    wave: { id: wave.id, name: wave.name },
    refused: followUpFault(wave),
    found: await foundAgain(store, account.scope, wave.id),
    given: { id: newId(), ...newFollowUpFields(trail.now, shanghaiDay) },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const earlier = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const sentId = textField(form, 'id') ?? ''
  const id = isId(sentId) ? sentId : newId()
  const change = { scope: account.scope, trail, id, accountId: account.id }
  const saved = (await saveFollowUp(store, change, earlier.id, { form, t })) ?? notFound()
  if ('failed' in saved) return data(saved.failed, { status: 400 })
  return redirect(`/desk/surveys/${saved.id}?saved=followUp`)
}

export default function FollowUp() {
  const { title, wave, refused, found, given } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {refused ? (
        <Notice tone="plain">
          <p>{t(`waves.problem.${refused}`)}</p>
        </Notice>
      ) : (
        <>
          <FollowUpLead name={wave.name} {...found} />
          {found.units + found.persons > 0 && <FollowUpForm given={given} failed={failed} isNew />}
        </>
      )}
      <a href={`/desk/surveys/${wave.id}`} className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
