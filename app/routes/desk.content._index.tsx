import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { contentFilters, matchingRows } from '#app/content/review-list'
import { reviewRows } from '#app/content/review-rows.server'
import { ReviewFilter, ReviewTable } from '#app/content/review-table'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'content.read')
  const query = readListQuery(request.url, contentFilters)
  const { locale } = viewOf(request)
  const all = await reviewRows(store, catalog, locale)
  const rows = matchingRows(all, query)
  return {
    title: translator(locale).t('content.title'),
    desk: deskHead(account),
    query,
    rows: rows.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE),
    total: rows.length,
    signed: { all: all.length, signed: all.filter(({ state }) => state === 'signed').length },
  }
}

export default function ContentList() {
  const { title, query, rows, total, signed } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-2 pt-3 sm:space-y-6 sm:pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('content.lead')}</p>
        <p className="font-bold tabular-nums">{t('content.allSigned', signed)}</p>
      </header>
      <ReviewFilter search={query.search} state={query.filters.state} />
      {rows.length === 0 ? (
        <Notice tone="plain">
          <p>{t('content.noneFound')}</p>
          <a href="/desk/content" className="inline-flex min-h-11 items-center">
            {t('desk.list.clear')}
          </a>
        </Notice>
      ) : (
        <>
          <ReviewTable rows={rows} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={total}
            hrefOf={(page) => `/desk/content${listQueryString(query, page)}`}
          />
          <a
            href={`/desk/content/export.xlsx${listQueryString(query)}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {t('desk.list.download')}
          </a>
        </>
      )}
    </div>
  )
}
