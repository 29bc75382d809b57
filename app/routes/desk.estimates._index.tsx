import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ESTIMATE_FILTERS, listEstimates } from '#app/measure/awareness/estimate-lists.server'
import { EstimatesFilter, EstimatesTable } from '#app/measure/awareness/estimates-table'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const query = readListQuery(request.url, ESTIMATE_FILTERS)
  const { rows, total } = await listEstimates(store, account.scope, query)
  return {
    title: translator(viewOf(request).locale).t('estimates.title'),
    desk: deskHead(account),
    query,
    rows: rows.map(({ createdAt, ...row }) => ({ ...row, created: shanghaiDay(createdAt) })),
    total,
  }
}

export default function Estimates() {
  const { title, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const queryString = listQueryString(query)
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('estimates.lead')}</p>
      </header>
      <EstimatesFilter search={query.search} state={query.filters.state} />
      {rows.length === 0 ? (
        <Notice tone="plain">
          <p>{t(queryString === '' ? 'estimates.none' : 'desk.list.none')}</p>
          <p className="mt-3">
            {queryString === '' ? (
              <ButtonLink href="/desk/surveys" look="quiet">
                {t('estimates.toSurveys')}
              </ButtonLink>
            ) : (
              <a href="/desk/estimates" className="inline-flex min-h-11 items-center">
                {t('desk.list.clear')}
              </a>
            )}
          </p>
        </Notice>
      ) : (
        <>
          <EstimatesTable rows={rows} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={total}
            hrefOf={(page) => `/desk/estimates${listQueryString(query, page)}`}
          />
          <a href={`/desk/estimates/export.xlsx${queryString}`} className="inline-flex min-h-11 items-center font-bold">
            {t('desk.list.download')}
          </a>
        </>
      )}
    </div>
  )
}
