import type { Translate } from '#app/i18n/config'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import type { AuditRow } from './audit-list.server'
import { actionWords, detailWords, kindWords, shanghaiMoment } from './audit-words'

const COLUMNS = ['number', 'when', 'who', 'role', 'what', 'kind', 'about', 'subjectId', 'detail', 'origin'] as const
const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = {
  number: 8,
  role: 12,
  kind: 12,
  what: 36,
  subjectId: 38,
  detail: 40,
  origin: 34,
}

/** The log as a sheet, with the words of the page. */
export const auditSheet = (t: Translate, rows: AuditRow[]): OutSheet => ({
  name: t('audit.title'),
  columns: COLUMNS.map((column) => ({ title: t(`audit.column.${column}`), width: WIDTHS[column] ?? 20 })),
  rows: rows.map((row) => cellsOf(t, row)),
})

const cellsOf = (
  t: Translate,
  { number, at, who, action, kind, subjectId, subjectName, detail, origin }: AuditRow,
): OutCell[] => [
  number,
  shanghaiMoment(at),
  who?.name ?? t('audit.nobody'),
  who ? t(`accounts.role.${who.role}`) : null,
  actionWords(t, action),
  kindWords(t, kind),
  subjectName,
  subjectId,
  detailWords(t, detail)
    .map((labelled) => t('audit.labelled', labelled))
    .join('; '),
  origin,
]
