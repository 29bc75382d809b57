import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { acceptLink, readInvitation } from '#app/people/accounts/accept.server'
import { AcceptForm } from '#app/people/accounts/accept-form'
import { newPasswordForm } from '#app/people/accounts/account-form'
import { DeadLink } from '#app/people/accounts/dead-link'
import { deskCookie, openTrail } from '#app/people/accounts/desk-account.server'
import { faultOf } from '#app/people/accounts/faults'
import { linkCookie, linkToken, noLinkCookie } from '#app/people/accounts/link-cookie.server'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { offerFactor } from '#app/people/accounts/offered-factor.server'
import { offeredKey } from '#app/people/accounts/one-time-code.server'
import { RecoveryCodes } from '#app/people/accounts/recovery-codes'

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator(viewOf(request).locale)
  const link = await linkToken(request)
  const invitation = await readInvitation(store, link, new Date())
  // Also what is read after the link has just been used: the title must suit both.
  if (!invitation)
    return data({ title: t('accounts.invitation.title'), invitation: null, offered: null }, { status: 410 })
  const { kind, account, scopeName, factor } = invitation
  const { login, name, role } = account
  const title = t(kind === 'reset' ? 'accounts.invitation.resetTitle' : 'accounts.invitation.title')
  const offered = factor === 'enrol' ? offerFactor(offeredKey(dataKeys, link), login) : null
  const headers = { 'Set-Cookie': await linkCookie(link) }
  return data({ title, invitation: { kind, login, name, role, scopeName, factor }, offered }, { headers })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const link = await linkToken(request)
  const trail = openTrail(request)
  const invitation = await readInvitation(store, link, trail.now)
  if (!invitation) return data({ done: false as const, errors: {} }, { status: 410 })
  const { account, factor } = invitation
  const refused = (faults: ReturnType<typeof faultOf>) => data({ done: false as const, ...faults }, { status: 400 })
  const read = readFields(form, newPasswordForm(account.login, { needsCode: factor !== 'none' }))
  if (!read.ok) return refused({ errors: read.errors })
  const accepted = await acceptLink(store, { link, ...read.value }, { keys: dataKeys, trail })
  if ('refused' in accepted) {
    if (accepted.refused === 'gone') return data({ done: false as const, errors: {} }, { status: 410 })
    if (accepted.refused === 'wait') return refused(faultOf('code', 'waitCode', accepted.minutes))
    return refused(faultOf('code', factor === 'show' ? 'wrongCodeOrRecovery' : 'wrongCode'))
  }
  const headers = new Headers([
    ['Set-Cookie', await deskCookie(accepted.token)],
    ['Set-Cookie', await noLinkCookie()],
  ])
  if (!accepted.codes) return redirect('/desk', { headers })
  return data({ done: true as const, codes: accepted.codes, login: account.login }, { status: 200, headers })
}

export default function Invitation() {
  const { title, invitation, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer?.done)
    return (
      <NarrowPage>
        <h1 className="title">{t('accounts.invitation.done')}</h1>
        <RecoveryCodes codes={answer.codes} login={answer.login} next="/desk" />
      </NarrowPage>
    )
  if (!invitation)
    return (
      <NarrowPage>
        <DeadLink title={t('accounts.invitation.deadTitle')} text={t('accounts.invitation.dead')} />
      </NarrowPage>
    )
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <AcceptForm invitation={invitation} offered={offered} refused={answer} />
    </NarrowPage>
  )
}
