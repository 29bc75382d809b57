import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import {
  groupsToChoose,
  organizationsMeant,
  organizationsToChoose,
} from '#app/people/rosters/organization-choice.server'
import { listPersons, PERSON_FILTERS } from '#app/people/rosters/person-list.server'
import { PersonSearch } from '#app/people/rosters/person-search'
import { NoPersons, PersonTable } from '#app/people/rosters/person-table'
import { ButtonLink } from '#app/ui/button'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rosters.read')
  const { scope, role } = account
  const query = readListQuery(request.url, PERSON_FILTERS)
  const seesContacts = may(role, 'contacts.see')
  const { organization } = query.filters
  const meant = organization ? await organizationsMeant(store, scope, organization, 2) : []
  const only = scope.kind === 'organization' ? scope.organizationId : meant.length === 1 ? meant[0]?.id : undefined
  return {
    title: translator(viewOf(request).locale).t('rosters.list.title'),
    desk: deskHead(account),
    query,
    seesContacts,
    mayWrite: may(role, 'rosters.write'),
    organizations: scope.kind === 'organization' ? [] : await organizationsToChoose(store, scope),
    groups: only ? await groupsToChoose(store, only) : [],
    organizationId: only ?? null,
    ...(await listPersons(store, { scope, query, keys: dataKeys, seesContacts })),
  }
}

export default function Rosters() {
  const { title, query, rows, total, mayWrite, seesContacts, organizations, groups, organizationId } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const isFiltered = query.search !== '' || Object.keys(query.filters).length > 0
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <p>{t('rosters.list.lead')}</p>
      {mayWrite && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/imports">{t('rosters.list.import')}</ButtonLink>
          <ButtonLink href={withOrganization('/desk/rosters/new', organizationId)} look="secondary">
            {t('rosters.list.add')}
          </ButtonLink>
          <ButtonLink href={withOrganization('/desk/rosters/codes', organizationId)} look="quiet">
            {t('rosters.list.codes')}
          </ButtonLink>
        </div>
      )}
      <PersonSearch query={query} organizations={organizations} groups={groups} seesContacts={seesContacts} />
      {rows.length === 0 ? (
        <NoPersons isFiltered={isFiltered} />
      ) : (
        <>
          <PersonTable rows={rows} seesContacts={seesContacts} hasLeft={query.filters.state === 'left'} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={total}
            hrefOf={(page) => `/desk/rosters${listQueryString(query, page)}`}
          />
          <p>
            <a
              href={`/desk/rosters/export.xlsx${listQueryString(query)}`}
              className="inline-flex min-h-11 items-center"
            >
              {t('desk.list.download')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

const withOrganization = (path: string, organizationId: string | null): string =>
  organizationId ? `${path}?organization=${organizationId}` : path
