import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { AuditFilter } from '#app/people/audit/audit-filter'
import { listActors, listAudit } from '#app/people/audit/audit-list.server'
import { AuditPager } from '#app/people/audit/audit-pager'
import { auditQueryString, readAuditQuery } from '#app/people/audit/audit-query'
import { AuditTable } from '#app/people/audit/audit-table'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'audit.read')
  const query = readAuditQuery(request.url)
  return {
    title: translator(viewOf(request).locale).t('audit.title'),
    desk: deskHead(account),
    query,
    page: await listAudit(store, query),
    actors: await listActors(store),
  }
}

export default function AuditLog() {
  const { title, desk, query, page, actors } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const { count, isMore, rows } = page
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('audit.lead')}</p>
      </header>
      <AuditFilter query={query} actors={actors} />
      {rows.length === 0 ? (
        <Notice tone="plain">
          <p>{t('desk.list.none')}</p>
          <a href="/desk/audit" className="inline-flex min-h-11 items-center">
            {t('desk.list.clear')}
          </a>
        </Notice>
      ) : (
        <>
          <p className="tabular-nums">{t(isMore ? 'audit.countMany' : 'audit.count', { count })}</p>
          <AuditTable rows={rows} query={query} role={desk.role} />
          <AuditPager page={page} query={query} />
          <a
            href={`/desk/audit/export.xlsx${auditQueryString(query)}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {isMore ? t('audit.downloadMost', { count }) : t('desk.list.download')}
          </a>
        </>
      )}
      <p className="text-quiet">{t('audit.verify')}</p>
    </div>
  )
}
