import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { WavesAround } from '#app/measure/surveys/follow-up-form'
import { Progress } from '#app/measure/surveys/progress-table'
import { progressOf } from '#app/measure/surveys/units.server'
import { moveWave } from '#app/measure/surveys/wave-handle.server'
import { WaveLinks } from '#app/measure/surveys/wave-links'
import { MoveForm, WaveFacts, WaveSteps } from '#app/measure/surveys/wave-page'
import { tallyOf } from '#app/measure/surveys/wave-progress'
import { savedWave } from '#app/measure/surveys/wave-saved'
import { WaveTabs } from '#app/measure/surveys/wave-tabs'
import { waveView } from '#app/measure/surveys/wave-view.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const found = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  return {
    title: found.name,
    desk: deskHead(account),
    canWrite: may(account.role, 'surveys.write'),
    saved: savedWave(request.url),
    wave: await waveView(store, account.scope, found, viewOf(request).locale),
    progress: await progressOf(store, account.scope, found.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const intent = textField(form, 'intent')
  const moved = (await moveWave(store, { scope: account.scope, trail, id }, intent, { form, t })) ?? notFound()
  if ('failed' in moved) return data(moved.failed, { status: 400 })
  return redirect(`/desk/surveys/${id}?saved=${intent === 'open' ? 'opened' : 'closed'}`)
}

export default function Survey() {
  const { canWrite, saved, wave, progress } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-8 pt-6">
      <header className="space-y-2">
        <h1 className="title" lang="zh-CN">
          {wave.name}
        </h1>
        <p className="font-bold">
          {t(`waves.statusText.${wave.status === 'draft' && wave.followsId ? 'draftFollowUp' : wave.status}`)}
        </p>
        <WaveTabs wave={wave} at="overview" />
      </header>
      {saved && !failed && (
        <Notice tone="good" live>
          <p>{t(`waves.saved.${saved}`)}</p>
        </Notice>
      )}
      <WavesAround {...wave.around} />
      <WaveSteps wave={wave} canWrite={canWrite} />
      {wave.status !== 'draft' && <Progress rows={progress} isOver={wave.status === 'closed'} />}
      <WaveLinks wave={wave} canWrite={canWrite} />
      <section className="space-y-3">
        <h2 className="text-xl">{t('waves.facts.title')}</h2>
        <WaveFacts wave={wave} />
        {canWrite && wave.status === 'draft' && (
          <a href={`/desk/surveys/${wave.id}/edit`} className="inline-flex min-h-11 items-center font-bold">
            {t('waves.form.editTitle')}
          </a>
        )}
      </section>
      {canWrite && <MoveForm wave={wave} open={tallyOf(progress).open} failed={failed} />}
    </div>
  )
}
