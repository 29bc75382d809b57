import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { takesFiles } from '#app/measure/surveys/answer-source.server'
import { FileMappingForm } from '#app/measure/surveys/file-mapping-form'
import { importPage, takeImportForm } from '#app/measure/surveys/file-page.server'
import { FilePreview } from '#app/measure/surveys/file-preview'
import { FileUpload } from '#app/measure/surveys/file-upload'
import { WaveHead } from '#app/measure/surveys/wave-head'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'

/** With `?draft=` what a file that was read would do, else the form to choose one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  const { searchParams } = new URL(request.url)
  const saved = Number(searchParams.get('saved') ?? '')
  const by = { scope: account.scope, keys: dataKeys, wave, trail: { ...trail, accountId: account.id }, locale }
  return {
    title: translator(locale).t('surveyFiles.import.title', { name: wave.name }),
    desk: deskHead(account),
    waveId: wave.id,
    isOpen: takesFiles(wave),
    status: wave.status,
    isProbability: wave.tier === 'P',
    saved: Number.isInteger(saved) && saved > 0 ? saved : null,
    step: await importPage(store, by, searchParams.get('draft')),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  const by = { scope: account.scope, keys: dataKeys, wave, trail: { ...trail, accountId: account.id }, locale }
  const answer = await takeImportForm(store, by, await readForm(request))
  if (answer.step === 'malformed') return badRequest()
  if (answer.step === 'redirect') return redirect(`/desk/surveys/${wave.id}/import${answer.query}`)
  const isFine =
    answer.step === 'map' && !answer.problem && answer.preview.tableFaults.length + answer.preview.faultCount === 0
  return data(answer, { status: isFine ? 200 : 400 })
}

export default function ImportSurvey() {
  const { title, waveId, isOpen, status, isProbability, saved, step: loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const step = answer ?? loaded
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <WaveHead title={title} waveId={waveId} lead={t('surveyFiles.import.lead')} />
      {saved !== null && !answer && <Notice tone="good" title={t('surveyFiles.import.saved', { count: saved })} live />}
      {!isOpen && (
        <Notice
          tone="plain"
          title={t(status === 'draft' ? 'surveyFiles.refused.waveDraft' : 'surveyFiles.refused.waveClosed')}
        />
      )}
      {isOpen && step.step === 'upload' && <FileUpload waveId={waveId} step={step} />}
      {isOpen && step.step === 'map' && (
        <>
          <p>
            <span className="font-bold" lang="zh-CN">
              {step.mapping.fileName}
            </span>{' '}
            {step.mapping.remembered !== null && t('surveyFiles.mapping.remembered', { name: step.mapping.remembered })}
          </p>
          {step.problem && <Notice tone="bad" title={t(`surveyFiles.refused.${step.problem}`)} live />}
          <FilePreview preview={step.preview} isProbability={isProbability} />
          <FileMappingForm waveId={waveId} mapping={step.mapping} preview={step.preview} />
        </>
      )}
    </div>
  )
}
