import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { SubjectRow } from './item-list.server'

/** Quizzes and closed waves, each leading to its items. */
export function SubjectTable({ rows }: { rows: SubjectRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('items.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('items.column.title'),
          isName: true,
          cell: ({ kind, id, title, lang }) => (
            <a href={`/desk/items/${kind}s/${id}`} lang={lang} className="inline-flex min-h-11 items-center">
              <MixedText text={title} />
            </a>
          ),
        },
        { key: 'kind', title: t('items.column.kind'), cell: ({ kind }) => t(`items.kind.${kind}`) },
        {
          key: 'persons',
          title: t('items.column.persons'),
          cell: ({ persons }) => (persons === null ? t('items.underTen') : persons),
        },
      ]}
    />
  )
}
