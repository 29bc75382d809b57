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
import { regionForm } from '#app/people/places/forms'
import { failedFields, failedOutcome } from '#app/people/places/problem-text'
import { addRegion } from '#app/people/places/region-changes.server'
import { NewRegionForm } from '#app/people/places/region-form'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'places.write')
  return { title: translator(viewOf(request).locale).t('places.form.newTitle'), desk: deskHead(account) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.write')
  const { t } = translator(viewOf(request).locale)
  const read = readFields(await readForm(request), regionForm)
  if (!read.ok) return data(failedFields(t, 'add', read), { status: 400 })
  const added = await addRegion(store, { scope: account.scope, trail }, read.value)
  if (!added.done) return data(failedOutcome(t, 'add', added, read.typed), { status: 400 })
  return redirect(`/desk/places/${added.id}?saved=added`)
}

export default function NewPlace() {
  const { title } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <p className="max-w-2xl">{t('places.form.newLead')}</p>
      <NewRegionForm failed={failed} />
      <a href="/desk/places" className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
