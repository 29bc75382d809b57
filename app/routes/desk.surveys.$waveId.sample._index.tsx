import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { draftFault } from '#app/measure/surveys/draft-fault'
import { handleSample } from '#app/measure/surveys/sample-handle.server'
import { DrawForm, SampleList } from '#app/measure/surveys/sample-page'
import { sampleView } from '#app/measure/surveys/sample-view.server'
import { savedWave } from '#app/measure/surveys/wave-saved'
import { WaveTabs } from '#app/measure/surveys/wave-tabs'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { listInterviewers } from '#app/people/accounts/interviewers.server'
import { may } from '#app/people/accounts/roles'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const found = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { id, name, status, seed, design, followsId } = found
  const canWrite = may(account.role, 'surveys.write')
  return {
    title: translator(viewOf(request).locale).t('waves.sample.title'),
    desk: deskHead(account),
    wave: { id, name, status, seed, followsId, isCodes: design.firstStage === 'none' },
    canDraw: canWrite && draftFault(found) === null,
    canAssign: canWrite && status !== 'closed',
    saved: savedWave(request.url),
    streets: await sampleView(store, account.scope, found),
    interviewers: canWrite ? await listInterviewers(store, account.scope) : [],
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const handled = (await handleSample(store, { scope: account.scope, trail, id }, { form, t })) ?? notFound()
  if ('failed' in handled) return data(handled.failed, { status: 400 })
  const saved = textField(form, 'intent') === 'assign' ? 'assigned' : 'drawn'
  return redirect(`/desk/surveys/${id}/sample?saved=${saved}`)
}

export default function Sample() {
  const { title, wave, canDraw, canAssign, saved, streets, interviewers } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const clusters = streets.flatMap((street) => street.clusters)
  const units = clusters.reduce((sum, { count }) => sum + count, 0)
  const totals = { units, clusters: clusters.filter(({ id }) => id !== '').length }
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <WaveTabs wave={wave} at="sample" />
        <p>{t('waves.sample.lead')}</p>
      </header>
      {saved && !failed && (
        <Notice tone="good" live>
          <p>{t(`waves.saved.${saved}`)}</p>
        </Notice>
      )}
      {!canDraw && failed?.form === 'draw' && (
        <Notice tone="bad" live>
          <p>{failed.errors.form}</p>
        </Notice>
      )}
      {wave.seed && <p>{t('waves.sample.seedIs', { seed: wave.seed })}</p>}
      {canDraw && <DrawForm isCodes={wave.isCodes} seed={wave.seed} failed={failed} />}
      {streets.length === 0 ? (
        !canDraw && <p>{t('waves.sample.none')}</p>
      ) : (
        <>
          <p>{t('waves.sample.total', totals)}</p>
          <a
            href={`/desk/surveys/${wave.id}/sample/export.xlsx`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {t('waves.sample.callSheet')}
          </a>
          <SampleList streets={streets} interviewers={interviewers} canAssign={canAssign} failed={failed} />
        </>
      )}
    </div>
  )
}
