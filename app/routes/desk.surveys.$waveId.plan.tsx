import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { draftFault } from '#app/measure/surveys/draft-fault'
import { PlannerForm, PlanShown } from '#app/measure/surveys/planner-page'
import { planFor } from '#app/measure/surveys/planner-view.server'
import { handlePlan } from '#app/measure/surveys/wave-handle.server'
import { WaveTabs } from '#app/measure/surveys/wave-tabs'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { Notice } from '#app/ui/notice'

/** The planner: what its fields say stands in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  const { id, name, status, followsId } = wave
  return {
    title: t('waves.planner.title'),
    desk: deskHead(account),
    wave: { id, name, status, followsId },
    canTake: may(account.role, 'surveys.write') && draftFault(wave) === null && wave.design.firstStage !== 'none',
    ...(await planFor(store, account.scope, wave, request.url, t)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const used = (await handlePlan(store, { scope: account.scope, trail, id }, { form, t })) ?? notFound()
  if ('failed' in used) return data(used.failed, { status: 400 })
  return redirect(`/desk/surveys/${id}?saved=planned`)
}

export default function Planner() {
  const { title, wave, canTake, fields, errors, calculated } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <WaveTabs wave={wave} at="plan" />
        <p>{t('waves.planner.lead')}</p>
      </header>
      {failed?.errors.form && (
        <Notice tone="bad" live>
          <p>{failed.errors.form}</p>
        </Notice>
      )}
      <div className="grid items-start gap-6 md:grid-cols-2">
        <PlannerForm fields={failed?.typed ?? fields} errors={failed?.errors ?? errors} />
        {calculated && <PlanShown {...calculated} fields={fields} canTake={canTake} />}
      </div>
    </div>
  )
}
