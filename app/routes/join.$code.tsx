import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { openTrail } from '#app/people/accounts/desk-account.server'
import { JoinForms, JoinNotice } from '#app/people/learners/join-forms'
import { joinedAs, joinPerson, organizationByJoinCode } from '#app/people/learners/joining.server'
import { readJoinForm } from '#app/people/learners/read-join-form'
import { learnerCookie, learnerOf } from '#app/people/learners/session.server'
import { ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { name, isClosed, takenOverBy, id } = (await organizationByJoinCode(store, params.code ?? '')) ?? notFound()
  if (takenOverBy) throw redirect(`/join/${takenOverBy}`)
  const learner = isClosed ? null : await learnerOf(store, request)
  const { t } = translator(viewOf(request).locale)
  return {
    title: isClosed ? t('join.closedTitle') : t('join.title', { organization: name }),
    name,
    isClosed,
    isJoined: learner !== null && (await joinedAs(store, learner.id, id)) !== null,
  }
}

/** Tries are limited for each person (join-tries.server.ts) and by address (server.mjs). */
export async function action({ request, params }: ActionFunctionArgs) {
  const organization = (await organizationByJoinCode(store, params.code ?? '')) ?? notFound()
  if (organization.isClosed) return redirect(`/join/${params.code}`)
  const { typed, shown } = readJoinForm(await readForm(request)) ?? badRequest()
  const learner = await learnerOf(store, request)
  const joining = { organizationId: organization.id, typed, learner, keys: dataKeys, trail: openTrail(request) }
  const joined = await joinPerson(store, joining)
  if (joined.kind === 'joined')
    return redirect('/me?member', { headers: { 'Set-Cookie': await learnerCookie(joined.learnerId) } })
  const error = joined.kind === 'no-match' ? ('join.noMatch' as const) : ('join.leaveFirst' as const)
  return data({ error, shown }, { status: 400 })
}

export default function Join() {
  const { title, name, isClosed, isJoined } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {isClosed ? (
        <>
          <p>
            <MixedText text={name} />
          </p>
          <p>{t('join.closedText')}</p>
          <ButtonLink href="/modules">{t('join.learn')}</ButtonLink>
        </>
      ) : (
        <>
          <p>{t('join.lead')}</p>
          {isJoined && !failed ? (
            <Notice tone="good">
              <p>{t('join.already')}</p>
              <a href="/me" className="inline-flex min-h-11 items-center">
                {t('progress.title')}
              </a>
            </Notice>
          ) : (
            <JoinForms error={failed?.error ?? null} typed={failed?.shown ?? {}} />
          )}
          <JoinNotice />
        </>
      )}
    </div>
  )
}
