import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { Change } from './import-changes'
import { FaultList } from './import-faults'
import type { RowView } from './import-page.server'
import type { Tab } from './import-tabs'
import { RoleName } from './person-table'
import { isRoleGroup } from './role-groups'

type Props = { rows: RowView[]; tab: Tab; namesUnits: boolean }

/** The rows of one outcome; conflicts and duplicates have a form of their own, see `ChoiceForm`. */
export function ImportRows({ rows, tab, namesUnits }: Props) {
  const { t } = useTranslation()
  const unit = {
    key: 'unit',
    title: t('rosters.field.organization'),
    cell: ({ organizationName }: RowView) => <MixedText text={organizationName ?? '—'} />,
  }
  const group = {
    key: 'group',
    title: t('rosters.field.group'),
    cell: ({ groupName }: RowView) => <MixedText text={groupName ?? '—'} />,
  }
  const role = {
    key: 'role',
    title: t('rosters.field.roleGroup'),
    cell: ({ roleGroup }: RowView) => (roleGroup ? <RoleName roleGroup={roleGroup} /> : '—'),
  }
  const last =
    tab === 'fault'
      ? {
          key: 'faults',
          title: t('rosters.import.row.faults'),
          cell: ({ faults }: RowView) => <FaultList faults={faults} />,
        }
      : tab === 'changed'
        ? {
            key: 'changes',
            title: t('rosters.import.row.changes'),
            cell: ({ changes }: RowView) => <Changes changes={changes} />,
          }
        : { key: 'more', title: t('rosters.import.row.more'), cell: (row: RowView) => <PersonCell row={row} /> }
  return (
    <Table
      caption={t('rosters.import.row.caption', { tab: t(`rosters.import.tab.${tab}`) })}
      rows={rows}
      rowKey={({ rowNumber }) => String(rowNumber)}
      columns={[
        ...(tab === 'leaves'
          ? []
          : [{ key: 'number', title: t('rosters.import.row.number'), cell: ({ rowNumber }: RowView) => rowNumber }]),
        {
          key: 'name',
          title: t('rosters.field.name'),
          isName: true,
          cell: ({ name }: RowView) => <span lang="zh-CN">{name ?? '—'}</span>,
        },
        ...(namesUnits && tab !== 'fault' ? [unit] : []),
        // Of a faulty row only the name is known.
        ...(tab === 'fault' ? [] : [group, role]),
        last,
      ]}
    />
  )
}

type Person = { birthYear: number | null; phoneTail: string | null; sex?: string | null; note?: string | null }

/** What else tells people apart: year of birth, the end of the phone, a note. */
export function PersonCell({ row }: { row: Person }) {
  const { t } = useTranslation()
  const said = [
    row.sex === 'female' || row.sex === 'male' ? t(`rosters.person.${row.sex}`) : null,
    row.birthYear && t('rosters.import.row.born', { year: row.birthYear }),
    row.phoneTail && t('rosters.import.row.phone', { tail: row.phoneTail }),
    row.note,
  ].filter(Boolean)
  return <MixedText text={said.join(' · ') || '—'} />
}

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation()
  const shown = ({ field }: Change, value: string | null): string => {
    if (value === null) return t('rosters.import.row.empty')
    if (field === 'phone' || field === 'idNumber') return t('rosters.import.row.tail', { tail: value })
    if (field === 'sex') return t(value === 'female' ? 'rosters.person.female' : 'rosters.person.male')
    return field === 'roleGroup' && isRoleGroup(value) ? t(`rosters.role.${value}`) : value
  }
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.field}>
          {t(`rosters.field.${change.field}`)}
          {': '}
          {change.from === change.to ? (
            <ins className="font-bold no-underline">
              {t('rosters.import.row.otherNumber', { tail: change.to ?? '' })}
            </ins>
          ) : (
            <>
              <del>
                <MixedText text={shown(change, change.from)} />
              </del>
              {' → '}
              <ins className="font-bold no-underline">
                <MixedText text={shown(change, change.to)} />
              </ins>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
