import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { draftFault } from '#app/measure/surveys/draft-fault'
import { handleFrame } from '#app/measure/surveys/frame-handle.server'
import { ConfirmFrame, FrameTable, FrameUpload, TakeKnown } from '#app/measure/surveys/frame-page'
import { frameView } from '#app/measure/surveys/frame-view.server'
import { WaveTabs } from '#app/measure/surveys/wave-tabs'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { FaultList } from '#app/people/places/import-upload'
import { Notice } from '#app/ui/notice'

/** The frame of a wave; with `?draft=` what an uploaded file would put in its place. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  return {
    title: t('waves.frame.title'),
    desk: deskHead(account),
    canWrite: may(account.role, 'surveys.write') && draftFault(wave) === null,
    isSaved: new URL(request.url).searchParams.has('saved'),
    ...(await frameView(store, { account, trail }, wave, request.url)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const handled = (await handleFrame(store, { account, trail }, wave, { form, t })) ?? notFound()
  if ('to' in handled) return redirect(`/desk/surveys/${wave.id}/frame${handled.to}`)
  return data(handled, { status: 400 })
}

export default function Frame() {
  const { title, wave, canWrite, isSaved, frame, draft, known } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const faults = refused?.faults.length ? refused.faults : (draft.faults ?? [])
  const isPreview = draft.rows !== null && faults.length === 0 && !refused
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <WaveTabs wave={wave} at="frame" />
        <p>{t('waves.frame.lead')}</p>
      </header>
      {isSaved && !refused && (
        <Notice tone="good" live>
          <p>{t('waves.saved.frame')}</p>
        </Notice>
      )}
      {faults.length > 0 && <FaultList faults={faults} />}
      {isPreview && draft.rows ? (
        <section className="space-y-4">
          <h2 className="text-xl">{t('waves.frame.preview')}</h2>
          <FrameTable rows={draft.rows} drawn={false} />
          {canWrite && <ConfirmFrame draftId={draft.draftId} waveId={wave.id} isDrawn={wave.isDrawn} />}
        </section>
      ) : (
        <>
          {draft.isExpired && !refused && (
            <Notice tone="caution">
              <p>{t('places.upload.expired')}</p>
            </Notice>
          )}
          {frame.length > 0 ? <FrameTable rows={frame} drawn={wave.isDrawn} /> : <p>{t('waves.frame.none')}</p>}
          {canWrite && <FrameUpload waveId={wave.id} error={refused?.error ?? null} />}
          {canWrite && known && <TakeKnown {...known} isPersons={wave.isPersons} failed={refused?.failed ?? null} />}
        </>
      )}
    </div>
  )
}
