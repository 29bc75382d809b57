import type { Translate } from '#app/i18n/config'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import type { ItemFigures } from './item-analysis'
import type { ItemSubject } from './item-subjects.server'

/** The same figures as the page's: a sheet of items, and one of their options. Shares as numbers from 0 to 1. */
export function itemSheets({ items }: ItemSubject, t: Translate): OutSheet[] {
  const column = (
    name:
      | 'number'
      | 'stem'
      | 'n'
      | 'verdict'
      | 'facility'
      | 'discrimination'
      | 'blank'
      | 'option'
      | 'role'
      | 'all'
      | 'top'
      | 'bottom',
    width = 12,
  ) => ({
    title: t(`items.column.${name}`),
    width,
  })
  return [
    {
      name: t('items.sheet.items'),
      columns: [
        column('number'),
        column('stem', 50),
        column('n'),
        column('verdict', 50),
        column('facility'),
        column('discrimination'),
        column('blank'),
      ],
      rows: items.map((item, at): OutCell[] => [
        ...[at + 1, item.stem, item.n, sentencesOf(item, t).join(' ')],
        ...[rounded(item.facility, 3), rounded(item.discrimination, 1), rounded(item.blank, 3)],
      ]),
    },
    {
      name: t('items.sheet.options'),
      columns: [column('number'), column('option', 50), column('role'), column('all'), column('top'), column('bottom')],
      rows: items.flatMap(({ options }, at) =>
        options.map(({ text, role, all, top, bottom }): OutCell[] => [
          ...[at + 1, text, t(`items.role.${role}`), rounded(all, 3), rounded(top, 3), rounded(bottom, 3)],
        ]),
      ),
    },
  ]
}

/** What is to be said of an item, in plain words. */
function sentencesOf({ footing, n, verdicts }: ItemFigures, t: Translate): string[] {
  if (footing === 'hidden') return [t('items.footing.hidden')]
  if (footing === 'few') return [t('items.footing.few', { n })]
  return [
    ...verdicts.map((verdict) => t(`items.verdict.${verdict}`)),
    ...(footing === 'rough' ? [t('items.footing.rough', { n })] : []),
  ]
}

const rounded = (figure: number | null, places: number): number | null =>
  figure === null ? null : Number(figure.toFixed(places))
