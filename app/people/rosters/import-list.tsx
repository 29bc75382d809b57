import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import { TABS } from './import-tabs'

/** One line of the list, its moment already a day. */
export type ListedImport = {
  id: string
  fileName: string
  organizationName: string | null
  accountName: string
  day: string
  status: 'reading' | 'checking' | 'applying' | 'ready' | 'refused' | 'interrupted' | 'applied' | 'undone' | 'dropped'
  counts: Record<string, number> | null
}

/** Imports, the newest first. */
export function ImportTable({ rows }: { rows: ListedImport[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('rosters.import.list.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          title: t('rosters.import.list.file'),
          isName: true,
          cell: ({ id, fileName }) => (
            <a href={`/desk/imports/${id}`} className="inline-flex min-h-11 items-center wrap-anywhere">
              <MixedText text={fileName} />
            </a>
          ),
        },
        {
          key: 'status',
          title: t('rosters.import.list.status'),
          cell: ({ status }) => <span className="whitespace-nowrap">{t(`rosters.import.status.${status}`)}</span>,
        },
        {
          key: 'organization',
          title: t('rosters.import.list.organization'),
          cell: ({ organizationName }) =>
            organizationName ? <MixedText text={organizationName} /> : t('rosters.import.list.each'),
        },
        { key: 'counts', title: t('rosters.import.list.counts'), cell: ({ counts }) => <Counts counts={counts} /> },
        {
          key: 'who',
          title: t('rosters.import.list.who'),
          cell: ({ accountName }) => <MixedText text={accountName} />,
        },
        {
          key: 'day',
          title: t('rosters.import.list.day'),
          cell: ({ day }) => <span className="whitespace-nowrap">{day}</span>,
        },
      ]}
    />
  )
}

function Counts({ counts }: Pick<ListedImport, 'counts'>) {
  const { t } = useTranslation()
  const said = TABS.filter((tab) => (counts?.[tab] ?? 0) > 0)
  if (said.length === 0) return <>—</>
  return (
    <ul className="flex flex-wrap gap-x-3">
      {said.map((tab) => (
        <li key={tab} className="whitespace-nowrap">
          {t(`rosters.import.tab.${tab}`)} {counts?.[tab]}
        </li>
      ))}
    </ul>
  )
}
