import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { FoundRows } from '#app/people/places/found-rows'
import { OrganizationSearch, OrganizationTable } from '#app/people/places/organization-list'
import {
  countOrganizations,
  listOrganizations,
  ORGANIZATION_FILTERS,
} from '#app/people/places/organization-lists.server'
import { listRegionChoices } from '#app/people/places/region-lists.server'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'organizations.read')
  const query = readListQuery(request.url, ORGANIZATION_FILTERS)
  const { rows, total } = await listOrganizations(store, account.scope, query)
  return {
    title: translator(viewOf(request).locale).t('organizations.title'),
    desk: deskHead(account),
    canWrite: may(account.role, 'organizations.write'),
    isImported: new URL(request.url).searchParams.has('imported'),
    isEmpty: (await countOrganizations(store, account.scope)) === 0,
    regions: await listRegionChoices(store, account.scope),
    query,
    rows,
    total,
  }
}

export default function Organizations() {
  const { title, canWrite, isImported, isEmpty, regions, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('organizations.lead')}</p>
      </header>
      {isImported && (
        <Notice tone="good" live>
          <p>{t('organizations.saved.imported')}</p>
        </Notice>
      )}
      {canWrite && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/organizations/new" look={isEmpty ? 'primary' : 'quiet'}>
            {t('organizations.new')}
          </ButtonLink>
          <ButtonLink href="/desk/organizations/import" look="quiet">
            {t('organizations.import')}
          </ButtonLink>
        </div>
      )}
      {isEmpty ? (
        <Notice tone="plain">
          <p>{t('organizations.empty')}</p>
        </Notice>
      ) : (
        <>
          <OrganizationSearch search={query.search} filters={query.filters} regions={regions} />
          <FoundRows path="/desk/organizations" query={query} total={total} isNone={rows.length === 0}>
            <OrganizationTable rows={rows} />
          </FoundRows>
        </>
      )}
    </div>
  )
}
