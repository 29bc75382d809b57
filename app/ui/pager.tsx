import { useTranslation } from '#app/i18n/use-translation'

type Props = { page: number; pageSize: number; total: number; hrefOf: (page: number) => string }

/** Which rows of how many are shown, and the way to the pages before and after. */
export function Pager({ page, pageSize, total, hrefOf }: Props) {
  const { t } = useTranslation()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const from = Math.min((page - 1) * pageSize + 1, total)
  const to = Math.min(page * pageSize, total)
  const look = 'inline-flex min-h-11 items-center px-3'
  return (
    <nav aria-label={t('desk.list.pages')} className="flex flex-wrap items-center gap-x-4">
      <p className="tabular-nums">{t('desk.list.shown', { from, to, total })}</p>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" className={look}>
          {t('desk.list.previous')}
        </a>
      )}
      {page < last && (
        <a href={hrefOf(page + 1)} rel="next" className={look}>
          {t('desk.list.next')}
        </a>
      )}
    </nav>
  )
}
