import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { setUp } from '#app/people/accounts/accept.server'
import { setupForm } from '#app/people/accounts/account-form'
import { hasAccounts } from '#app/people/accounts/accounts.server'
import { DeadLink } from '#app/people/accounts/dead-link'
import { deskCookie, openTrail } from '#app/people/accounts/desk-account.server'
import { faultOf } from '#app/people/accounts/faults'
import { linkCookie, linkToken, noLinkCookie } from '#app/people/accounts/link-cookie.server'
import { findLink } from '#app/people/accounts/links.server'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { offerFactor } from '#app/people/accounts/offered-factor.server'
import { offeredKey } from '#app/people/accounts/one-time-code.server'
import { RecoveryCodes } from '#app/people/accounts/recovery-codes'
import { SetupForm } from '#app/people/accounts/setup-form'

export async function loader({ request }: LoaderFunctionArgs) {
  const title = translator(viewOf(request).locale).t('accounts.setup.title')
  const link = await linkToken(request)
  if (await hasAccounts(store)) return data({ title, state: 'gone' as const, offered: null }, { status: 410 })
  if (!(await findLink(store, ['setup'], link, new Date())))
    return data({ title, state: 'dead' as const, offered: null }, { status: 404 })
  const offered = offerFactor(offeredKey(dataKeys, link), 'admin')
  return data({ title, state: 'open' as const, offered }, { headers: { 'Set-Cookie': await linkCookie(link) } })
}

export async function action({ request }: ActionFunctionArgs) {
  const read = readFields(await readForm(request), setupForm, { secret: ['password', 'code'] })
  const { typed } = read
  const refused = (faults: ReturnType<typeof faultOf>, status = 400) =>
    data({ done: false as const, ...faults, typed }, { status })
  const link = await linkToken(request)
  if (!read.ok) return refused(read)
  const made = await setUp(store, { link, ...read.value }, { keys: dataKeys, trail: openTrail(request) })
  if ('refused' in made)
    return made.refused === 'gone' ? refused({ errors: {} }, 410) : refused(faultOf('code', 'wrongCode'))
  const headers = new Headers([
    ['Set-Cookie', await deskCookie(made.token)],
    ['Set-Cookie', await noLinkCookie()],
  ])
  return data({ done: true as const, codes: made.codes ?? [], login: read.value.login }, { status: 200, headers })
}

export default function Setup() {
  const { title, state, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer?.done)
    return (
      <NarrowPage>
        <h1 className="title">{t('accounts.setup.done')}</h1>
        <RecoveryCodes codes={answer.codes} login={answer.login} next="/desk" />
      </NarrowPage>
    )
  if (!offered)
    return (
      <NarrowPage>
        <DeadLink
          title={t(state === 'gone' ? 'accounts.setup.goneTitle' : 'accounts.setup.deadTitle')}
          text={t(state === 'gone' ? 'accounts.setup.gone' : 'accounts.setup.dead')}
        />
      </NarrowPage>
    )
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <p>{t('accounts.setup.lead')}</p>
      <SetupForm offered={offered} refused={answer} typed={answer?.typed ?? {}} />
    </NarrowPage>
  )
}
