import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { itemFilters, listSubjects } from '#app/measure/items/item-list.server'
import { SubjectTable } from '#app/measure/items/subject-table'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'items.read')
  const query = readListQuery(request.url, itemFilters)
  const { locale } = viewOf(request)
  const rows = await listSubjects(store, catalog, { scope: account.scope, query, locale })
  return {
    title: translator(locale).t('items.title'),
    desk: deskHead(account),
    query,
    rows: rows.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE),
    total: rows.length,
  }
}

export default function ItemList() {
  const { title, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const kinds = (['module', 'wave'] as const).map((kind) => ({ value: kind, label: t(`items.kind.${kind}`) }))
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('items.lead')}</p>
      </header>
      <ListSearch label={t('items.search')} search={query.search}>
        <Select
          name="kind"
          label={t('items.column.kind')}
          choices={kinds}
          defaultValue={query.filters.kind}
          none={t('items.kind.all')}
        />
      </ListSearch>
      {rows.length === 0 ? (
        <Notice tone="plain">
          <p>{t('items.noneFound')}</p>
          <a href="/desk/items" className="inline-flex min-h-11 items-center">
            {t('desk.list.clear')}
          </a>
        </Notice>
      ) : (
        <>
          <SubjectTable rows={rows} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={total}
            hrefOf={(page) => `/desk/items${listQueryString(query, page)}`}
          />
          <a
            href={`/desk/items/export.xlsx${listQueryString(query)}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {t('desk.list.download')}
          </a>
        </>
      )}
    </div>
  )
}
