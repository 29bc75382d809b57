import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { ANY_STATUS, feedbackFilters, statusOf } from '#app/reach/feedback/feedback'
import { listFeedback } from '#app/reach/feedback/feedback-desk.server'
import { FeedbackFilter, FeedbackTable } from '#app/reach/feedback/feedback-table'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'feedback.read')
  const query = readListQuery(request.url, feedbackFilters)
  return {
    title: translator(viewOf(request).locale).t('feedback.desk.title'),
    desk: deskHead(account),
    query,
    list: await listFeedback(store, query),
  }
}

export default function FeedbackList() {
  const { title, query, list } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const isFiltered = listQueryString(query) !== ''
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('feedback.desk.lead')}</p>
        <p className="font-bold tabular-nums">{t('feedback.desk.open', { count: list.open })}</p>
      </header>
      <FeedbackFilter
        search={query.search}
        status={statusOf(query) ?? ANY_STATUS}
        kind={query.filters.kind}
        anyStatus={ANY_STATUS}
      />
      {list.rows.length === 0 ? (
        <Notice tone="plain">
          <p>{t(isFiltered ? 'desk.list.none' : 'feedback.desk.noneOpen')}</p>
          {isFiltered && (
            <a href="/desk/feedback" className="inline-flex min-h-11 items-center">
              {t('desk.list.clear')}
            </a>
          )}
        </Notice>
      ) : (
        <>
          <FeedbackTable rows={list.rows} />
          <Pager
            page={query.page}
            pageSize={PAGE_SIZE}
            total={list.total}
            hrefOf={(page) => `/desk/feedback${listQueryString(query, page)}`}
          />
          <a
            href={`/desk/feedback/export.xlsx${listQueryString(query)}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {t('desk.list.download')}
          </a>
        </>
      )}
    </div>
  )
}
