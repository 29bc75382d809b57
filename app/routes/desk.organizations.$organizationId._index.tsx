import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { GroupList } from '#app/people/places/group-list'
import { JoinLink } from '#app/people/places/join-link'
import { OrganizationActions } from '#app/people/places/organization-actions'
import { OrganizationForm } from '#app/people/places/organization-form'
import { submitOrganization } from '#app/people/places/organization-page.server'
import { organizationPage } from '#app/people/places/organization-page-data.server'
import { OrganizationHead, RosterLink } from '#app/people/places/organization-parts'
import { findOrganizationIn } from '#app/people/places/organizations.server'
import { savedOrganization } from '#app/people/places/saved'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'organizations.read')
  const page = (await organizationPage(store, account, params.organizationId ?? '', request.url)) ?? notFound()
  return { title: page.organization.name, desk: deskHead(account), saved: savedOrganization(request.url), ...page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'organizations.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findOrganizationIn(store, account.scope, params.organizationId ?? '')) ?? notFound()
  const change = { scope: account.scope, trail, id }
  const sent = { intent: textField(form, 'intent'), form, t }
  const submitted = (await submitOrganization(store, change, sent)) ?? notFound()
  if (!('saved' in submitted)) return data(submitted, { status: 400 })
  // After merging, the page of the one that took over.
  const next = submitted.saved === 'merged' ? submitted.id : change.id
  return redirect(`/desk/organizations/${next}?saved=${submitted.saved}`)
}

export default function OrganizationPage() {
  const { organization, saved, canWrite, ...page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const { id, name, kind, regionId, staffCount, region } = organization
  const isClosed = organization.closedOn !== null
  const isOpenToChange = canWrite && !isClosed
  const given = { name, kind, regionId, staffCount: staffCount === null ? '' : String(staffCount) }
  return (
    <div className="desk-page space-y-8 pt-6">
      <OrganizationHead organization={organization} into={page.into} seesPlaces={page.seesPlaces} />
      {saved && !failed && (
        <Notice tone="good" live>
          <p>{t(`organizations.saved.${saved}`)}</p>
        </Notice>
      )}
      <RosterLink id={id} count={page.onRoster} seesRosters={page.seesRosters} />
      <section className="space-y-3">
        <h2 className="text-xl">{t('organizations.group.title')}</h2>
        <GroupList groups={page.groups} canWrite={isOpenToChange} failed={failed} />
      </section>
      {!isClosed && (
        <section className="space-y-3">
          <h2 className="text-xl">{t('organizations.join.title')}</h2>
          <JoinLink url={page.joinUrl} poster={`/desk/organizations/${id}/poster`} canWrite={canWrite} />
        </section>
      )}
      {isOpenToChange && (
        <section className="space-y-3">
          <h2 className="text-xl">{t('organizations.form.details')}</h2>
          <OrganizationForm
            given={given}
            regions={page.regions}
            closedRegion={region.closedOn ? { id: regionId, name: region.name } : null}
            failed={failed?.form === 'change' ? failed : null}
            intent="change"
          />
        </section>
      )}
      {canWrite && (
        <section className="space-y-3">
          <h2 className="text-xl">{t('organizations.page.change')}</h2>
          <OrganizationActions isClosed={isClosed} search={page.search} choices={page.choices} failed={failed} />
        </section>
      )}
    </div>
  )
}
