import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { listQueryString, PAGE_SIZE, readListQuery } from '#app/http/list-query'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ACCOUNT_FILTERS, listAccounts } from '#app/people/accounts/accounts.server'
import { AccountSearch, AccountsTable } from '#app/people/accounts/accounts-table'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'accounts.manage')
  const query = readListQuery(request.url, ACCOUNT_FILTERS)
  return {
    title: translator(viewOf(request).locale).t('accounts.list.title'),
    desk: deskHead(account),
    query,
    ...(await listAccounts(store, query, { keys: dataKeys, now: trail.now })),
  }
}

export default function Accounts() {
  const { title, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const isFiltered = listQueryString(query) !== ''
  return (
    <div className="desk-page space-y-6 pt-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="title">{title}</h1>
          <p className="text-quiet">{t('accounts.list.lead')}</p>
        </div>
        <ButtonLink href="/desk/accounts/new">{t('accounts.list.invite')}</ButtonLink>
      </div>
      {total === 1 && !isFiltered && (
        <Notice tone="plain">
          <p>{t('accounts.list.only')}</p>
        </Notice>
      )}
      <AccountSearch query={query} />
      {rows.length > 0 ? (
        <AccountsTable rows={rows} />
      ) : (
        <p>
          {t('desk.list.none')} <a href="/desk/accounts">{t('desk.list.clear')}</a>
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Pager
          page={query.page}
          pageSize={PAGE_SIZE}
          total={total}
          hrefOf={(page) => `/desk/accounts${listQueryString(query, page)}`}
        />
        {total > 0 && (
          <a href={`/desk/accounts/export.xlsx${listQueryString(query)}`} className="inline-flex min-h-11 items-center">
            {t('desk.list.download')}
          </a>
        )}
      </div>
    </div>
  )
}
