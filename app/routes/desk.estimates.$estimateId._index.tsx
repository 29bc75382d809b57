import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { compareWith } from '#app/measure/awareness/comparison.server'
import { CompareSection, StateForm } from '#app/measure/awareness/estimate-forms'
import { savedEstimate } from '#app/measure/awareness/estimate-saved'
import { StandingLines } from '#app/measure/awareness/estimate-standing'
import { stateOf } from '#app/measure/awareness/estimate-state'
import { stemsOf } from '#app/measure/awareness/estimate-stems'
import {
  estimatesBeside,
  findEstimate,
  publishEstimate,
  withdrawEstimate,
} from '#app/measure/awareness/estimates.server'
import { Report } from '#app/measure/awareness/report'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { SavedNotice } from '#app/people/accounts/saved-notice'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const estimate = (await findEstimate(store, account.scope, params.estimateId ?? '')) ?? notFound()
  const wave = (await findWave(store, account.scope, estimate.waveId)) ?? notFound()
  const { locale } = viewOf(request)
  const { searchParams } = new URL(request.url)
  const others = await estimatesBeside(store, account.scope, estimate)
  const withId = searchParams.get('with')
  const { createdAt, publishedAt, withdrawnAt, ...rest } = estimate
  return {
    title: translator(locale).t('estimates.one', { name: wave.name }),
    desk: deskHead(account),
    estimate: rest,
    state: stateOf(estimate),
    days: {
      created: shanghaiDay(createdAt),
      published: publishedAt && shanghaiDay(publishedAt),
      withdrawn: withdrawnAt && shanghaiDay(withdrawnAt),
    },
    stems: stemsOf(wave.instrument, locale),
    mayWrite: may(account.role, 'surveys.write'),
    others: others.map(({ id, result, createdAt: at }) => ({
      id,
      label: `${result.about.wave.name} ${result.about.wave.fieldTo}（${shanghaiDay(at)}）`,
    })),
    withId,
    compared: await compareWith(store, account.scope, estimate, others, withId),
    ranks: searchParams.get('ranks') === 'yes',
    saved: savedEstimate(request.url),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const { id } = (await findEstimate(store, account.scope, params.estimateId ?? '')) ?? notFound()
  const form = await readForm(request)
  const intent = textField(form, 'intent')
  const change = { scope: account.scope, trail, id }
  const why = (textField(form, 'why') ?? '').normalize('NFC').trim().slice(0, 500)
  if (intent !== 'publish' && intent !== 'withdraw') return badRequest()
  if (intent === 'withdraw' && [...why].length < 4) return data({ why, problem: 'why' as const }, { status: 400 })
  const outcome =
    (await (intent === 'publish' ? publishEstimate(store, change) : withdrawEstimate(store, change, why))) ?? notFound()
  if (!outcome.done) return data({ why, problem: outcome.problem }, { status: 400 })
  return redirect(`/desk/estimates/${id}?saved=${intent === 'publish' ? 'published' : 'withdrawn'}`)
}

export default function EstimatePage() {
  const { title, estimate, state, days, stems, mayWrite, others, withId, compared, ranks, saved } =
    useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const isFollowUp = estimate.result.about.wave.follows !== undefined
  const ranksHref = `/desk/estimates/${estimate.id}${ranks ? '' : '?ranks=yes'}#domains`
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <SavedNotice text={saved && !returned ? t(`estimates.saved.${saved}`) : null} />
      {returned && (
        <Notice tone="bad" live>
          <p>
            {returned.problem === 'why' ? t('estimates.page.whyMissing') : t(`estimates.refused.${returned.problem}`)}
          </p>
        </Notice>
      )}
      <StandingLines estimate={estimate} days={days} state={state} />
      <Report result={estimate.result} stems={stems} ranks={ranks} ranksHref={ranksHref} />
      <CompareSection others={others} withId={withId} compared={compared} stems={stems} />
      {mayWrite && isFollowUp && <p className="text-quiet">{t('estimates.refused.isFollowUp')}</p>}
      {mayWrite && !isFollowUp && (
        <StateForm state={state} why={returned?.why ?? ''} whyError={returned?.problem === 'why'} />
      )}
      {!mayWrite && <p className="text-quiet">{t('estimates.page.readOnly')}</p>}
    </div>
  )
}
