import { shanghaiDay } from '#app/db/day'
import type { Translate } from '#app/i18n/config'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import type { FeedbackRow } from './feedback-desk.server'

const COLUMNS = ['day', 'kind', 'status', 'page', 'text', 'answer', 'publicText', 'answeredBy', 'answeredDay'] as const
const LONG: readonly string[] = ['text', 'answer', 'publicText']

/** Feedback as a sheet, with the words of the page. */
export const feedbackSheet = (t: Translate, rows: FeedbackRow[]): OutSheet => ({
  name: t('feedback.desk.title'),
  columns: COLUMNS.map((column) => ({
    title: t(`feedback.desk.column.${column}`),
    width: LONG.includes(column) ? 60 : 16,
  })),
  rows: rows.map((row) => cellsOf(t, row)),
})

const cellsOf = (t: Translate, row: FeedbackRow): OutCell[] => [
  row.day,
  t(`feedback.kind.${row.kind}`),
  t(`feedback.desk.status.${row.status}`),
  row.page,
  row.text,
  row.answer,
  row.publicText,
  row.answeredBy,
  row.answeredAt && shanghaiDay(row.answeredAt),
]
