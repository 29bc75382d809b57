import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { organizationForm } from '#app/people/places/forms'
import { addOrganization } from '#app/people/places/organization-changes.server'
import { OrganizationForm } from '#app/people/places/organization-form'
import { failedFields, failedOutcome } from '#app/people/places/problem-text'
import { listRegionChoices } from '#app/people/places/region-lists.server'

/** `?region=` has a place chosen from the beginning. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'organizations.write')
  return {
    title: translator(viewOf(request).locale).t('organizations.form.newTitle'),
    desk: deskHead(account),
    regions: await listRegionChoices(store, account.scope),
    regionId: new URL(request.url).searchParams.get('region') ?? '',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  const read = readFields(await readForm(request), organizationForm)
  if (!read.ok) return data(failedFields(t, 'add', read), { status: 400 })
  const added = await addOrganization(store, { scope: account.scope, trail }, read.value)
  if (!added.done) return data(failedOutcome(t, 'add', added, read.typed), { status: 400 })
  return redirect(`/desk/organizations/${added.id}?saved=added`)
}

export default function NewOrganization() {
  const { title, regions, regionId } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <OrganizationForm given={{ regionId }} regions={regions} failed={failed} intent="add" />
      <a href="/desk/organizations" className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
