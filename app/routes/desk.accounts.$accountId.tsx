import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { useTranslation } from '#app/i18n/use-translation'
import { AccountFacts, Fact } from '#app/people/accounts/account-facts'
import { AccountForms } from '#app/people/accounts/account-forms'
import { findAccount } from '#app/people/accounts/accounts.server'
import { AccountStates } from '#app/people/accounts/accounts-table'
import { changeOne } from '#app/people/accounts/change-one.server'
import { readChoice } from '#app/people/accounts/choice-query'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { LinkMade } from '#app/people/accounts/link-made'
import { openLinkOf } from '#app/people/accounts/links.server'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { placeChoices } from '#app/people/accounts/place-choices.server'
import { SavedNotice } from '#app/people/accounts/saved-notice'
import { listSessions } from '#app/people/accounts/sessions.server'
import { showLink } from '#app/people/accounts/show-link'
import { showSessions } from '#app/people/accounts/show-sessions'
import { writeMoment } from '#app/people/accounts/write-moment'
import { MixedText } from '#app/ui/mixed-text'

type Saved = 'desk.form.saved' | 'accounts.sessions.ended' | `accounts.one.${'factorCleared' | 'disabled' | 'enabled'}`
const SAVED: Record<string, Saved> = {
  change: 'desk.form.saved',
  factor: 'accounts.one.factorCleared',
  disable: 'accounts.one.disabled',
  enable: 'accounts.one.enabled',
  end: 'accounts.sessions.ended',
}

export async function loader({ request, params: { accountId = '' } }: LoaderFunctionArgs) {
  const { account, sessionId, trail } = await requireAccount(store, request, 'accounts.manage')
  const { locale } = viewOf(request)
  const { now } = trail
  const one = (await findAccount(store, accountId, { keys: dataKeys, now })) ?? notFound()
  const { role: asked, find } = readChoice(request.url)
  const role = asked ?? one.role
  const chosen = one.regionId ?? one.organizationId
  const link = await openLinkOf(store, accountId, now)
  const saved = new URL(request.url).searchParams.get('saved') ?? ''
  return {
    title: one.name,
    desk: deskHead(account),
    one,
    isOwn: one.id === account.id,
    choice: { role, find, isAsked: asked !== null },
    found: await placeChoices(store, { role, search: find, chosen: role === one.role ? chosen : null }),
    linkUntil: link && writeMoment(link.expiresAt, locale),
    sessions: showSessions(await listSessions(store, accountId, now), { ownId: sessionId, locale }),
    saved: (Object.hasOwn(SAVED, saved) && SAVED[saved]) || null,
  }
}

export async function action({ request, params: { accountId = '' } }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { trail } = await requireAccount(store, request, 'accounts.manage')
  const one = (await findAccount(store, accountId, { keys: dataKeys, now: trail.now })) ?? notFound()
  const answer = await changeOne(store, { accountId, form }, { keys: dataKeys, trail })
  if (!answer) return badRequest()
  if (answer.kind === 'done') return redirect(`/desk/accounts/${accountId}?saved=${answer.intent}`)
  if (answer.kind === 'refused') return data({ ...answer, link: null }, { status: 400 })
  const { locale } = viewOf(request)
  return data({ link: showLink(answer.made, { site: request.url, name: one.name, login: one.login, locale }) }, 200)
}

export default function OneAccount() {
  const { title, one, saved, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <NarrowPage>
      <p>
        <a href="/desk/accounts" className="inline-flex min-h-11 items-center">
          {t('accounts.list.title')}
        </a>
      </p>
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <SavedNotice text={saved && !answer ? t(saved) : null} />
      {answer?.link && <LinkMade link={answer.link} />}
      <AccountFacts account={one}>
        <Fact name={t('accounts.field.state')}>
          <AccountStates {...one} />
        </Fact>
      </AccountFacts>
      <AccountForms {...page} one={one} refused={answer && !answer.link ? answer : undefined} />
    </NarrowPage>
  )
}
