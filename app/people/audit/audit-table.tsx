import { useTranslation } from '#app/i18n/use-translation'
import type { Role } from '#app/people/accounts/roles'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { AuditRow } from './audit-list.server'
import { type AuditQuery, auditQueryString } from './audit-query'
import { actionWords, detailWords, kindWords, shanghaiMoment } from './audit-words'
import { subjectPage } from './subject-page'

type Props = { rows: AuditRow[]; query: AuditQuery; role: Role }

/** The entries, each a row: when, who, what, about what, with what, from where. */
export function AuditTable({ rows, query, role }: Props) {
  const { t } = useTranslation()
  const columns = [
    { key: 'when', cell: ({ at }: AuditRow) => shanghaiMoment(at), isName: true },
    { key: 'who', cell: ({ who }: AuditRow) => <Who who={who} /> },
    { key: 'what', cell: ({ action }: AuditRow) => <MixedText text={actionWords(t, action)} /> },
    { key: 'about', cell: (row: AuditRow) => <About row={row} query={query} role={role} /> },
    { key: 'detail', cell: (row: AuditRow) => <Details row={row} /> },
    { key: 'origin', cell: ({ origin }: AuditRow) => origin },
  ] as const
  return (
    <Table
      caption={t('audit.title')}
      columns={columns.map((column) => ({ ...column, title: t(`audit.column.${column.key}`) }))}
      rows={rows}
      rowKey={({ number }) => String(number)}
    />
  )
}

function Who({ who }: Pick<AuditRow, 'who'>) {
  const { t } = useTranslation()
  if (!who) return <span className="text-quiet">{t('audit.nobody')}</span>
  return <MixedText text={t('desk.signedInAs', { name: who.name, role: t(`accounts.role.${who.role}`) })} />
}

/** How much of an id is shown: enough to tell two apart. */
const TAIL = 8

function About({ row, query, role }: { row: AuditRow; query: AuditQuery; role: Role }) {
  const { t } = useTranslation()
  const { kind, subjectId, subjectName } = row
  const href = subjectPage(role, { kind, id: subjectId })
  const words = kindWords(t, kind)
  const name = <MixedText text={subjectName ? t('audit.labelled', { label: words, value: subjectName }) : words} />
  const tail = subjectId.slice(-TAIL)
  const look = 'inline-block py-2'
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {href ? (
        <a href={href} className={look}>
          {name}
        </a>
      ) : (
        <span className={look}>{name}</span>
      )}
      {query.search !== subjectId && (
        <a
          href={`/desk/audit${auditQueryString({ search: subjectId, filters: {} })}`}
          aria-label={t('audit.allAbout', { tail })}
          className={`${look} text-quiet`}
        >
          …{tail}
        </a>
      )}
    </div>
  )
}

function Details({ row: { detail } }: { row: AuditRow }) {
  const { t } = useTranslation()
  const details = detailWords(t, detail)
  if (details.length === 0) return <span className="text-quiet">{t('audit.noDetail')}</span>
  return (
    <ul>
      {details.map((labelled) => (
        <li key={labelled.label} className="break-words">
          <MixedText text={t('audit.labelled', labelled)} />
        </li>
      ))}
    </ul>
  )
}
