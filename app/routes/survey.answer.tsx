import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { answerCookie, answerToken } from '#app/measure/surveys/answer-cookie.server'
import { AnswerForm } from '#app/measure/surveys/answer-form'
import { AnswerOver } from '#app/measure/surveys/answer-over'
import { STATUS_OF } from '#app/measure/surveys/answer-page'
import { findInvitation, loadAnswerPage } from '#app/measure/surveys/answer-page.server'
import { enterResponse } from '#app/measure/surveys/enter-response.server'
import { readAnswerForm } from '#app/measure/surveys/read-answer-form'
import { openTrail } from '#app/people/accounts/desk-account.server'
import { listStreets } from '#app/people/places/regions.server'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const token = await answerToken(request)
  const now = new Date()
  const invitation = await findInvitation(store, token, now)
  const isSent = new URL(request.url).searchParams.has('sent')
  if (invitation.state === 'used' && isSent)
    return { title: t('answering.page.sent.title'), ending: 'sent' as const, draftKey: invitation.draftKey, form: null }
  const title = t(`answering.page.${invitation.state}.title`)
  if (invitation.state !== 'open') return over(invitation.state, title)
  const form = await loadAnswerPage(store, invitation, { locale, id: newId(), now })
  const headers = { 'Set-Cookie': await answerCookie(token) }
  return data({ title, ending: null, draftKey: null, form }, { headers })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const trail = openTrail(request)
  const invitation = await findInvitation(store, await answerToken(request), trail.now)
  if (invitation.state === 'unknown' || invitation.state === 'closed') return over(invitation.state)
  const { wave, unitId, hash, asksStreet, asksEligible } = invitation
  const read = readAnswerForm(form, wave.instrument, wave, trail.now) ?? badRequest()
  if (!read.ok) return invitation.state === 'used' ? over('used') : data({ returned: read.returned }, { status: 400 })
  const { id, sex, age, region, eligible } = read.fields
  const streets = asksStreet ? await listStreets(store) : []
  if (region && !streets.some((street) => street.id === region)) return badRequest()
  const respondent = { sex, age, regionId: region || null, isProxy: false, seconds: read.seconds, personKey: null }
  const source = { kind: 'token', hash } as const
  // Pressed twice, the second press is known by the id it carries, although the link has been used by then.
  const entered = await enterResponse(store, {
    ...{ id, waveId: wave.id, unitId, respondent, source, trail },
    ...{ mode: 'web', sheet: read.sheet },
    visit: asksEligible ? { visits: 0, eligible } : undefined,
  })
  if (entered.kind === 'saved' || entered.kind === 'already') return redirect(sentPath(request))
  return over(entered.kind === 'waveClosed' ? 'closed' : entered.kind === 'unitTaken' ? 'used' : 'unknown')
}

/** The thanks, at the same address: also for a browser that keeps no cookies. */
function sentPath(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('sent', '')
  return `${pathname}?${searchParams}`
}

const over = (ending: keyof typeof STATUS_OF, title = '') =>
  data({ title, ending, draftKey: null, form: null }, { status: STATUS_OF[ending] })

export default function Answer() {
  const { title, ending, draftKey, form } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (ending) return <AnswerOver ending={ending} draftKey={draftKey} />
  if (!form) return null
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p lang={form.view.textLocale}>{form.view.sections[0]?.introduction}</p>
      <p className="text-quiet">{t(form.asksAgain ? 'answering.again.page' : 'answering.page.open.text', form.ages)}</p>
      <AnswerForm {...form} returned={answer && 'returned' in answer ? answer.returned : null} />
    </div>
  )
}
