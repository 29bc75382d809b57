import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { SHORT_WAIT_MS } from '#app/people/rosters/import-deeds.server'
import { readUploadedFile } from '#app/people/rosters/import-file-field.server'
import { ImportForm } from '#app/people/rosters/import-form'
import { placeOfImport } from '#app/people/rosters/import-place.server'
import { atMost } from '#app/people/rosters/import-queue.server'
import { uploadFields } from '#app/people/rosters/import-upload'
import { startImport } from '#app/people/rosters/import-work.server'
import { organizationsToChoose } from '#app/people/rosters/organization-choice.server'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rosters.write')
  const organization = new URL(request.url).searchParams.get('organization')?.slice(0, 100)
  return {
    title: translator(viewOf(request).locale).t('rosters.import.form.title'),
    desk: deskHead(account),
    organizations: await organizationsToChoose(store, account.scope),
    mayNameEach: account.scope.kind === 'region',
    organization,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const form = await readForm(request)
  const read = readFields(form, uploadFields)
  const place = read.ok ? await placeOfImport(store, account.scope, read.value.organization) : null
  const file = await readUploadedFile(form)
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(place && 'problem' in place ? { organization: place.problem } : {}),
    ...('problem' in file ? { file: file.problem } : {}),
  }
  if (!read.ok || !place || 'problem' in place || 'problem' in file)
    return data({ errors, typed: read.typed }, { status: 400 })
  const { id, work } = await startImport(store, dataKeys, {
    ...file,
    ...place,
    accountId: account.id,
    scope: account.scope,
    roleGroup: read.value.role,
    now: trail.now,
  })
  await atMost(work, SHORT_WAIT_MS)
  return redirect(`/desk/imports/${id}`)
}

export default function NewImport() {
  const { title, organizations, mayNameEach, organization } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation()
  const count = Object.keys(refused?.errors ?? {}).length
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('rosters.import.form.lead')}</p>
      </header>
      {count > 0 && <Notice tone="bad" live title={t('desk.form.check', { count })} />}
      <ImportForm
        organizations={organizations}
        mayNameEach={mayNameEach}
        typed={refused?.typed ?? (organization ? { organization } : {})}
        errors={refused?.errors ?? {}}
      />
      <p>
        <a href="/desk/imports/template.xlsx" className="inline-flex min-h-11 items-center">
          {t('rosters.import.form.template')}
        </a>
      </p>
    </div>
  )
}
