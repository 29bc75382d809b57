import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { findDraft, keepDraft } from '#app/people/places/drafts.server'
import { ConfirmForm } from '#app/people/places/import-preview'
import { FaultList, UploadForm } from '#app/people/places/import-upload'
import { organizationKinds } from '#app/people/places/organization-kind'
import { organizationsFile } from '#app/people/places/organizations-file'
import {
  applyOrganizations,
  planForOrganizations,
  readOrganizationsFile,
} from '#app/people/places/organizations-import.server'
import { changesNothing } from '#app/people/places/organizations-plan'
import { OrganizationsPreview } from '#app/people/places/organizations-preview'
import { draftIn, uploadedFile } from '#app/people/places/upload.server'
import { Notice } from '#app/ui/notice'

const KIND = 'organizations' as const

/** With `?draft=` the preview of a file that was understood, else the form to choose one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  const draftId = new URL(request.url).searchParams.get('draft')
  const draft = { accountId: account.id, kind: KIND, id: draftId ?? '', now: trail.now }
  const kept = organizationsFile.safeParse(draftId === null ? null : await findDraft(store, draft))
  const plan = kept.success ? await planForOrganizations(store, account.scope, kept.data) : null
  return {
    title: t(plan ? 'places.preview.title' : 'organizations.upload.title'),
    desk: deskHead(account),
    draftId: draftId ?? '',
    isExpired: draftId !== null && !kept.success,
    plan,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  const form = await readForm(request)
  const draftId = draftIn(form)
  if (draftId !== null) {
    const draft = { accountId: account.id, kind: KIND, id: draftId, now: trail.now }
    const kept = organizationsFile.safeParse(await findDraft(store, draft))
    if (!kept.success) return redirect(`/desk/organizations/import?draft=${encodeURIComponent(draftId)}`)
    const { faults } = await applyOrganizations(store, { scope: account.scope, trail, draftId }, kept.data)
    return faults.length > 0 ? data({ error: null, faults }, { status: 400 }) : redirect('/desk/organizations?imported')
  }
  const bytes = await uploadedFile(form)
  if (!bytes) return data({ error: t('places.upload.fileMissing'), faults: [] }, { status: 400 })
  const read = await readOrganizationsFile(bytes)
  if (!read.ok) return data({ error: t(`sheets.refusals.${read.refusal}`), faults: [] }, { status: 400 })
  const plan = await planForOrganizations(store, account.scope, read.file)
  const faults = [...read.faults, ...plan.faults]
  if (faults.length > 0) return data({ error: null, faults }, { status: 400 })
  const id = await keepDraft(store, { accountId: account.id, kind: KIND, body: read.file, now: trail.now })
  return redirect(`/desk/organizations/import?draft=${id}`)
}

export default function ImportOrganizations() {
  const { title, draftId, isExpired, plan } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const faults = failed?.faults.length ? failed.faults : (plan?.faults ?? [])
  const { t } = useTranslation()
  const kinds = organizationKinds.map((kind) => t(`organizations.kind.${kind}`)).join(t('common.listSeparator'))
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {faults.length > 0 && <FaultList faults={faults} />}
      {plan && faults.length === 0 ? (
        <>
          <p>{t('places.preview.lead')}</p>
          <OrganizationsPreview plan={plan} />
          <ConfirmForm draftId={draftId} back="/desk/organizations" isNothing={changesNothing(plan)} />
        </>
      ) : (
        <>
          {isExpired && !failed && (
            <Notice tone="caution">
              <p>{t('places.upload.expired')}</p>
            </Notice>
          )}
          <p>{t('places.upload.lead')}</p>
          <UploadForm error={failed?.error ?? null} template="/desk/organizations/template.xlsx">
            <li>{t('organizations.upload.sheet')}</li>
            <li>{t('organizations.upload.kinds', { kinds })}</li>
            <li>{t('organizations.upload.blank')}</li>
          </UploadForm>
        </>
      )}
    </div>
  )
}
