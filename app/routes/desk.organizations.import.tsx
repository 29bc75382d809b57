import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { findPreview, takeImport } from '#app/people/places/file-import.server'
import { ImportPage } from '#app/people/places/import-page'
import { organizationKinds } from '#app/people/places/organization-kind'
import { organizationsFile } from '#app/people/places/organizations-file'
import {
  applyOrganizations,
  planForOrganizations,
  readOrganizationsFile,
} from '#app/people/places/organizations-import.server'
import { changesNothing } from '#app/people/places/organizations-plan'
import { OrganizationsPreview } from '#app/people/places/organizations-preview'

const FILES = {
  kind: 'organizations' as const,
  schema: organizationsFile,
  read: readOrganizationsFile,
  plan: planForOrganizations,
  apply: applyOrganizations,
}

/** With `?draft=` the preview of a file that was understood, else the form to choose one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  const draftId = new URL(request.url).searchParams.get('draft')
  const draft = await findPreview(store, FILES, { account, trail }, draftId)
  return {
    title: t(draft.plan ? 'places.preview.title' : 'organizations.upload.title'),
    desk: deskHead(account),
    ...draft,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  const taken = await takeImport(store, FILES, { account, trail }, await readForm(request), t)
  if (taken.step === 'refused') return data(taken.refused, { status: 400 })
  if (taken.step === 'written') return redirect('/desk/organizations?imported')
  return redirect(`/desk/organizations/import?draft=${encodeURIComponent(taken.draftId)}`)
}

export default function ImportOrganizations() {
  const { title, ...draft } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const kinds = organizationKinds.map((kind) => t(`organizations.kind.${kind}`)).join(t('common.listSeparator'))
  return (
    <ImportPage
      title={title}
      path="/desk/organizations"
      draft={draft}
      refused={useActionData<typeof action>()}
      preview={draft.plan && <OrganizationsPreview plan={draft.plan} />}
      isNothing={draft.plan !== null && changesNothing(draft.plan)}
    >
      <li>{t('organizations.upload.sheet')}</li>
      <li>{t('organizations.upload.kinds', { kinds })}</li>
      <li>{t('organizations.upload.blank')}</li>
    </ImportPage>
  )
}
