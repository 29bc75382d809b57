import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { invitationForm } from '#app/people/accounts/account-form'
import { readChoice } from '#app/people/accounts/choice-query'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { faultOf } from '#app/people/accounts/faults'
import { InvitationForm } from '#app/people/accounts/invitation-form'
import { LinkMade } from '#app/people/accounts/link-made'
import { invite } from '#app/people/accounts/manage.server'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { isOpenPlace, placeChoices } from '#app/people/accounts/place-choices.server'
import { RoleChooser } from '#app/people/accounts/role-chooser'
import { Section } from '#app/people/accounts/section'
import { showLink } from '#app/people/accounts/show-link'
import { ButtonLink } from '#app/ui/button'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'accounts.manage')
  const { role, find } = readChoice(request.url)
  return {
    title: translator(viewOf(request).locale).t('accounts.new.title'),
    desk: deskHead(account),
    role,
    find,
    found: role && (await placeChoices(store, { role, search: find, chosen: null })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { trail } = await requireAccount(store, request, 'accounts.manage')
  const read = readFields(form, invitationForm)
  const { typed } = read
  const refused = (faults: ReturnType<typeof faultOf>) =>
    data({ done: false as const, ...faults, typed }, { status: 400 })
  if (!read.ok) return refused({ errors: read.errors })
  if (!(await isOpenPlace(store, read.value))) return refused(faultOf('place', 'placeGone'))
  const made = await invite(store, read.value, trail)
  if ('refused' in made) return refused(faultOf('login', 'loginTaken'))
  const { name, login } = read.value
  const link = showLink(made, { site: request.url, name, login, locale: viewOf(request).locale })
  return data({ done: true as const, link, accountId: made.accountId }, { status: 200 })
}

export default function NewAccount() {
  const { title, role, find, found } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer?.done)
    return (
      <NarrowPage>
        <h1 className="title">{title}</h1>
        <LinkMade link={answer.link} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/accounts/new">{t('accounts.link.another')}</ButtonLink>
          <ButtonLink href={`/desk/accounts/${answer.accountId}`} look="quiet">
            {t('accounts.link.toAccount')}
          </ButtonLink>
        </div>
      </NarrowPage>
    )
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <p>{t('accounts.new.lead')}</p>
      <Section id="role" title={t('accounts.new.stepRole')}>
        <RoleChooser role={role} find={find} />
      </Section>
      {role && found && (
        <Section id="person" title={t('accounts.new.stepPerson')}>
          <InvitationForm role={role} found={found} find={find} refused={answer} typed={answer?.typed ?? {}} />
        </Section>
      )}
    </NarrowPage>
  )
}
