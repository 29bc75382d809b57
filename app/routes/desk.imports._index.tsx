import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { ImportTable } from '#app/people/rosters/import-list'
import { IMPORT_FILTERS, listImports } from '#app/people/rosters/import-records.server'
import { importStatuses } from '#app/people/rosters/import-status'
import { ButtonLink } from '#app/ui/button'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rosters.write')
  const query = readListQuery(request.url, IMPORT_FILTERS)
  const { rows, total } = await listImports(store, account.scope, query)
  return {
    title: translator(viewOf(request).locale).t('rosters.import.list.title'),
    desk: deskHead(account),
    query,
    total,
    isFiltered: query.search !== '' || Object.keys(query.filters).length > 0,
    rows: rows.map(({ id, fileName, organizationName, accountName, day, status, counts }) => {
      return { id, fileName, organizationName, accountName, day, status, counts }
    }),
  }
}

export default function Imports() {
  const { title, query, rows, total, isFiltered } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-3">
        <h1 className="title">{title}</h1>
        <p>{t('rosters.import.list.lead')}</p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/imports/new">{t('rosters.import.list.new')}</ButtonLink>
          <ButtonLink href="/desk/imports/template.xlsx" look="quiet">
            {t('rosters.import.list.template')}
          </ButtonLink>
        </p>
      </header>
      {(total > 0 || isFiltered) && (
        <ListSearch label={t('rosters.import.list.search')} search={query.search}>
          <Select
            name="status"
            label={t('rosters.import.list.status')}
            choices={importStatuses.map((value) => ({ value, label: t(`rosters.import.status.${value}`) }))}
            defaultValue={query.filters.status}
            none={t('desk.list.all')}
          />
        </ListSearch>
      )}
      {rows.length > 0 ? (
        <>
          <ImportTable rows={rows} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={total}
            hrefOf={(page) => `/desk/imports${listQueryString(query, page)}`}
          />
        </>
      ) : (
        <NoImports isFiltered={isFiltered} />
      )}
    </div>
  )
}

function NoImports({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation()
  return isFiltered ? (
    <Notice tone="plain" title={t('desk.list.none')}>
      <a href="/desk/imports" className="inline-flex min-h-11 items-center">
        {t('desk.list.clear')}
      </a>
    </Notice>
  ) : (
    <Notice tone="plain" title={t('rosters.import.list.empty')}>
      <p>{t('rosters.import.list.emptyNext')}</p>
    </Notice>
  )
}
