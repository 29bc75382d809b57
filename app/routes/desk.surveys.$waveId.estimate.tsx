import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { isId, newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { readChoices, settingsOf } from '#app/measure/awareness/estimate-choices'
import { readEstimateInput } from '#app/measure/awareness/estimate-input.server'
import { stemsOf } from '#app/measure/awareness/estimate-stems'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { estimatesOfWave, freezeEstimate } from '#app/measure/awareness/estimates.server'
import { KeptList } from '#app/measure/awareness/kept-list'
import { Report } from '#app/measure/awareness/report'
import { KeepForm, RefusedNotice, SettingsForm } from '#app/measure/awareness/workbench'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { Section } from '#app/people/accounts/section'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { locale } = viewOf(request)
  const chosen = readChoices(new URL(request.url).searchParams)
  const input = await readEstimateInput(store, wave, {
    scope: account.scope,
    settings: settingsOf(chosen),
    now: trail.now,
  })
  const kept = await estimatesOfWave(store, account.scope, wave.id)
  return {
    title: translator(locale).t('estimates.workbench.title', { name: wave.name }),
    desk: deskHead(account),
    waveId: wave.id,
    chosen,
    estimated: input && estimateWave(input),
    stems: stemsOf(wave.instrument, locale),
    kept: kept.map(({ id, createdAt, publishedAt, withdrawnAt, result: { overall } }) => ({
      id,
      created: shanghaiDay(createdAt),
      publishedAt,
      withdrawnAt,
      overall,
    })),
    newId: may(account.role, 'surveys.write') ? newId() : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const form = await readForm(request)
  const id = textField(form, 'id') ?? ''
  if (!isId(id)) return badRequest()
  const note = (textField(form, 'note') ?? '').normalize('NFC').trim().slice(0, 500)
  const options = { scope: account.scope, settings: settingsOf(readChoices(form)), now: trail.now }
  const input = await readEstimateInput(store, wave, options)
  const by = { trail: { ...trail, accountId: account.id }, id }
  const isKept = input !== null && (await freezeEstimate(store, by, { input, regionId: wave.regionId, note }))
  if (!isKept) return data({ note }, { status: 400 })
  return redirect(`/desk/estimates/${id}?saved=frozen`)
}

export default function Workbench() {
  const { title, waveId, chosen, estimated, stems, kept, newId: id } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">
          <MixedText text={title} />
        </h1>
        <a href={`/desk/surveys/${waveId}`} className="inline-flex min-h-11 items-center">
          {t('estimates.workbench.back')}
        </a>
      </header>
      {estimated === null ? (
        <Notice tone="caution">{t('estimates.workbench.notClosed')}</Notice>
      ) : (
        <>
          <Section id="settings" title={t('estimates.workbench.settings')}>
            <p>{t('estimates.workbench.lead')}</p>
            <SettingsForm chosen={chosen} />
          </Section>
          {estimated.kind === 'refused' && <RefusedNotice refusal={estimated} />}
          {estimated.kind === 'estimated' && <Report result={estimated.result} stems={stems} />}
          {estimated.kind === 'estimated' && id && (
            <Section id="keep" title={t('estimates.workbench.keep')}>
              <KeepForm id={id} chosen={chosen} note={returned?.note ?? ''} />
            </Section>
          )}
        </>
      )}
      <KeptList rows={kept} />
    </div>
  )
}
