import type { ReactNode } from 'react'
import { type ListQuery, listQueryString, PAGE_SIZE } from '#app/http/list-query'
import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

type Props = { path: string; query: ListQuery; total: number; isNone: boolean; children: ReactNode }

/**
 * The rows that a search found (`children`), the way to the other pages, and the same rows as a file. When it found none,
 * the way back to all.
 */
export function FoundRows({ path, query, total, isNone, children }: Props) {
  const { t } = useTranslation()
  if (isNone)
    return (
      <Notice tone="plain">
        <p>{t('desk.list.none')}</p>
        <a href={path} className="inline-flex min-h-11 items-center">
          {t('desk.list.clear')}
        </a>
      </Notice>
    )
  return (
    <>
      {children}
      <Pager
        page={query.page}
        pageSize={PAGE_SIZE}
        total={total}
        hrefOf={(page) => `${path}${listQueryString(query, page)}`}
      />
      <a href={`${path}/export.xlsx${listQueryString(query)}`} className="inline-flex min-h-11 items-center font-bold">
        {t('desk.list.download')}
      </a>
    </>
  )
}
