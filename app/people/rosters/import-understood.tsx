import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import { isRosterField } from './column-titles'
import type { RowView } from './import-page.server'
import type { ImportLine } from './import-records.server'
import { PersonCell } from './import-rows'
import { RoleName } from './person-table'

type Facts = Pick<
  ImportLine,
  | 'encoding'
  | 'sheetName'
  | 'headerRow'
  | 'columns'
  | 'spellings'
  | 'rowsRead'
  | 'organizationName'
  | 'accountName'
  | 'day'
>

/** What was read out of the file: which columns, which spellings are one, and a few rows as an example. */
export function Understood({ facts, sample }: { facts: Facts; sample: RowView[] }) {
  const { t } = useTranslation()
  const { encoding, sheetName, headerRow, rowsRead, organizationName, accountName, day, spellings } = facts
  const where = { sheet: sheetName ?? '', encoding: encoding ?? '', row: headerRow ?? 0, count: rowsRead }
  return (
    <section aria-labelledby="understood" className="space-y-4">
      <h2 id="understood" className="text-xl">
        {t('rosters.import.understood.title')}
      </h2>
      <div>
        <p>
          <MixedText text={organizationName ?? t('rosters.import.list.each')} />
          {' · '}
          <MixedText text={t('rosters.import.understood.by', { name: accountName, day })} />
        </p>
        <p>
          <MixedText text={t(`rosters.import.understood.${sheetName === null ? 'text' : 'sheet'}`, where)} />
        </p>
      </div>
      <Columns columns={facts.columns ?? []} />
      {spellings && spellings.length > 0 && (
        <div>
          <h3 className="font-bold">{t('rosters.import.understood.spellings')}</h3>
          <ul className="list-disc pl-6">
            {spellings.map(({ name, spellings: written }) => (
              <li key={`${name} ${written.join()}`} lang="zh-CN">
                {t('rosters.import.understood.spelling', { name, spellings: written.join('、') })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {sample.length > 0 && <Sample rows={sample} />}
    </section>
  )
}

function Columns({ columns }: { columns: NonNullable<ImportLine['columns']> }) {
  const { t } = useTranslation()
  return (
    <details className="card p-4">
      <summary className="min-h-11 py-2 font-bold">
        {t('rosters.import.understood.columns', {
          used: columns.filter(({ field }) => field !== null).length,
          count: columns.length,
        })}
      </summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {columns.map(({ index, title, field }) => (
          <div key={index} className="flex flex-wrap gap-x-2 border-b border-line pb-1">
            <dt lang="zh-CN" className="break-all">
              {title}
            </dt>
            <dd className={field ? 'font-bold' : 'text-quiet'}>
              → {field && isRosterField(field) ? t(`rosters.field.${field}`) : t('rosters.import.understood.unused')}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-quiet">{t('rosters.import.understood.wrong')}</p>
    </details>
  )
}

function Sample({ rows }: { rows: RowView[] }) {
  const { t } = useTranslation()
  return (
    <details className="card p-4">
      <summary className="min-h-11 py-2 font-bold">
        {t('rosters.import.understood.sample', { count: rows.length })}
      </summary>
      <Table
        caption={t('rosters.import.understood.sample', { count: rows.length })}
        rows={rows}
        rowKey={({ rowNumber }) => String(rowNumber)}
        columns={[
          { key: 'number', title: t('rosters.import.row.number'), cell: ({ rowNumber }) => rowNumber },
          {
            key: 'name',
            title: t('rosters.field.name'),
            isName: true,
            cell: ({ name }) => <span lang="zh-CN">{name}</span>,
          },
          { key: 'more', title: t('rosters.import.row.more'), cell: (row) => <PersonCell row={row} /> },
          {
            key: 'group',
            title: t('rosters.field.group'),
            cell: ({ groupName }) => <MixedText text={groupName ?? '—'} />,
          },
          {
            key: 'role',
            title: t('rosters.field.roleGroup'),
            cell: ({ roleGroup }) => (roleGroup ? <RoleName roleGroup={roleGroup} /> : '—'),
          },
        ]}
      />
    </details>
  )
}
