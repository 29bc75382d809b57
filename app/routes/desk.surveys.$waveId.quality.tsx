import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { qualityOfWave } from '#app/measure/surveys/quality.server'
import { minutes, QualityTable } from '#app/measure/surveys/quality-table'
import { WaveHead } from '#app/measure/surveys/wave-head'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  return {
    title: translator(viewOf(request).locale).t('surveyFiles.quality.title', { name: wave.name }),
    desk: deskHead(account),
    waveId: wave.id,
    isClosed: wave.status === 'closed',
    ...(await qualityOfWave(store, account.scope, wave)),
  }
}

export default function Quality() {
  const { title, waveId, isClosed, all, groups } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <WaveHead title={title} waveId={waveId} lead={t('surveyFiles.quality.lead')} />
      {groups.length === 0 ? (
        <Notice tone="plain">
          <p>{t('surveyFiles.quality.none')}</p>
        </Notice>
      ) : (
        <>
          <p className="font-bold tabular-nums">
            {t('surveyFiles.quality.all', { count: all.interviews, minutes: minutes(all.medianSeconds) })}
          </p>
          <QualityTable groups={groups} />
          <details className="card px-4">
            <summary className="min-h-11 py-2 font-bold">{t('surveyFiles.quality.howTitle')}</summary>
            <ul className="list-disc space-y-1 ps-6 pb-4">
              {t('surveyFiles.quality.how', { returnObjects: true }).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          {isClosed && (
            <a href={`/desk/surveys/${waveId}/answers.xlsx`} className="inline-flex min-h-11 items-center font-bold">
              {t('surveyFiles.answers.download')}
            </a>
          )}
        </>
      )}
    </div>
  )
}
