import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { isId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { enterPerson } from '#app/people/rosters/enter-person.server'
import { NewPersonForm } from '#app/people/rosters/new-person-form'
import {
  groupsToChoose,
  organizationChosen,
  organizationsToChoose,
} from '#app/people/rosters/organization-choice.server'
import { OrganizationForm } from '#app/people/rosters/organization-field'
import { MixedText } from '#app/ui/mixed-text'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const typed = new URL(request.url).searchParams.get('organization') ?? ''
  const organization = await organizationChosen(store, account.scope, typed)
  // Named by its id, an organization elsewhere does not exist; a name that was typed may be mended.
  if (!organization && isId(typed)) return notFound()
  const { t } = translator(viewOf(request).locale)
  return {
    title: t(organization ? 'rosters.person.newTitle' : 'rosters.person.newOrganizationTitle'),
    desk: deskHead(account),
    typed,
    today: shanghaiDay(trail.now),
    organization,
    organizations: organization ? null : await organizationsToChoose(store, account.scope),
    groups: organization ? await groupsToChoose(store, organization.id) : [],
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const typed = new URL(request.url).searchParams.get('organization') ?? ''
  const organization = (await organizationChosen(store, account.scope, typed)) ?? notFound()
  const form = await readForm(request)
  const entered = await enterPerson(store, dataKeys, { organization, form, trail: { ...trail, accountId: account.id } })
  if (entered.ok) return redirect(`/desk/rosters/persons/${entered.value}?done=added`)
  return data({ errors: entered.errors, typed: entered.typed }, { status: 400 })
}

export default function NewPerson() {
  const { title, organization, organizations, groups, typed, today } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="desk-page reading space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {organization ? (
        <>
          <p className="text-lg">
            <MixedText text={organization.name} />
          </p>
          <NewPersonForm groups={groups} today={today} failed={failed} />
        </>
      ) : (
        <OrganizationForm organizations={organizations} typed={typed} button={t('rosters.person.next')} />
      )}
    </div>
  )
}
