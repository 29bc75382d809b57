import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import draft from '#app/measure/surveys/draft.browser.js?url'
import { InterviewList } from '#app/measure/surveys/interview-list'
import { listInterviewUnits } from '#app/measure/surveys/interview-units.server'
import { unitGroups } from '#app/measure/surveys/interview-view'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Script } from '#app/ui/script'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.interview')
  const units = await listInterviewUnits(store, account, trail.now)
  const savedId = new URL(request.url).searchParams.get('saved')
  return {
    title: translator(viewOf(request).locale).t('answering.interview.title'),
    desk: deskHead(account),
    groups: unitGroups(units),
    saved: units.filter(({ id }) => id === savedId).map(({ id, code }) => ({ id, code }))[0] ?? null,
  }
}

export default function Interviews() {
  const { title, groups, saved } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {saved && (
        <div data-draft-sent={saved.id}>
          <Notice tone="good" title={t('answering.interview.saved', { code: saved.code })} live />
          <Script src={draft} />
        </div>
      )}
      {groups.length === 0 ? (
        <p>{t('answering.interview.none')}</p>
      ) : (
        <>
          <p>{t('answering.interview.lead')}</p>
          <ButtonLink href="/desk/interviews/field">{t('answering.interview.toField')}</ButtonLink>
          <InterviewList groups={groups} />
        </>
      )}
    </div>
  )
}
