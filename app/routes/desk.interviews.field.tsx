import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { FieldPage } from '#app/measure/surveys/field-page'
import { interviewForm, wavesOf } from '#app/measure/surveys/interview-page.server'
import { listInterviewUnits } from '#app/measure/surveys/interview-units.server'
import { unitGroups } from '#app/measure/surveys/interview-view'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

/** The page that interviewers take with them: it opens without a network once it has been opened with one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.interview')
  const { locale } = viewOf(request)
  const units = await listInterviewUnits(store, account, trail.now)
  const waves = await wavesOf(store, [...new Set(units.map(({ waveId }) => waveId))])
  return {
    title: translator(locale).t('answering.field.title'),
    desk: deskHead(account),
    accountId: account.id,
    groups: unitGroups(units),
    forms: waves.map((wave) => ({ waveId: wave.id, form: interviewForm(wave, { order: null, locale }) })),
  }
}

export default function Field() {
  const { title, accountId, groups, forms } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('answering.field.lead')}</p>
        <a href="/desk/interviews" className="inline-flex min-h-11 items-center">
          {t('answering.field.toList')}
        </a>
      </header>
      {groups.length === 0 && <p>{t('answering.interview.none')}</p>}
      <FieldPage accountId={accountId} groups={groups} forms={forms} />
    </div>
  )
}
