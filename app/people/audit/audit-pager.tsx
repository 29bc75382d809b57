import { useTranslation } from '#app/i18n/use-translation'
import type { AuditPage } from './audit-list.server'
import { type AuditQuery, auditQueryString } from './audit-query'

/** The way to newer and older entries: by their numbers, so that a page stays in place while the log grows. */
export function AuditPager({ page, query }: { page: Pick<AuditPage, 'newerThan' | 'olderThan'>; query: AuditQuery }) {
  const { t } = useTranslation()
  const { newerThan, olderThan } = page
  if (newerThan === null && olderThan === null) return null
  const look = 'inline-flex min-h-11 items-center px-3'
  const to = (at: { before?: number; after?: number }) => `/desk/audit${auditQueryString(query, at)}`
  return (
    <nav aria-label={t('audit.pages')} className="flex flex-wrap items-center gap-x-4">
      {newerThan !== null && (
        <>
          <a href={to({})} className={look}>
            {t('audit.newest')}
          </a>
          <a href={to({ after: newerThan })} rel="prev" className={look}>
            {t('audit.newer')}
          </a>
        </>
      )}
      {olderThan !== null && (
        <a href={to({ before: olderThan })} rel="next" className={look}>
          {t('audit.older')}
        </a>
      )}
    </nav>
  )
}
