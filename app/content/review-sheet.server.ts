import type { Translate } from '#app/i18n/config'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import type { ReviewRow } from './review-list'

const COLUMNS = [
  'column.id',
  'column.title',
  'column.version',
  'sheet.facts',
  'column.factsSigned',
  'sheet.needing',
  'column.needingSigned',
  'column.state',
  'column.changed',
  'column.unit',
  'column.name',
  'column.day',
] as const
const WIDE: readonly string[] = ['column.title', 'column.unit']

/** The list of modules as a sheet, with the words of the page. */
export const reviewSheet = (t: Translate, rows: ReviewRow[]): OutSheet => ({
  name: t('content.title'),
  columns: COLUMNS.map((column) => ({
    title: t(`content.${column}`),
    width: WIDE.includes(column) ? 30 : 16,
  })),
  rows: rows.map(({ id, title, version, facts, needing, state, changed, by }): OutCell[] => [
    id,
    title,
    version,
    facts.all,
    facts.signed,
    needing.all,
    needing.signed,
    t(`content.state.${state}`),
    // Counted from a signature; without one there is nothing to count from.
    state === 'signed' || state === 'partly' ? changed : null,
    by?.unit ?? null,
    by?.name ?? null,
    by?.day ?? null,
  ]),
})
