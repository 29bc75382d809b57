import type { Locale } from '#app/i18n/locales'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { ItemFigures, OptionFigures, Verdict } from './item-analysis'

/** 0.853 → 85.3 % */
const percent = (share: number | null): string => (share === null ? '—' : `${(100 * share).toFixed(1)} %`)

/** The sign says at a glance whether anything is to be done; the sentence says what. */
const SIGN: Record<Verdict, { sign: string; look: string }> = {
  checkKey: { sign: '✕', look: 'text-fire' },
  tooHard: { sign: '!', look: 'text-amber' },
  tooEasy: { sign: '!', look: 'text-amber' },
  weak: { sign: '!', look: 'text-amber' },
  deadOptions: { sign: '!', look: 'text-amber' },
  fine: { sign: '✓', look: 'text-safe' },
}

type Props = { number: number; item: ItemFigures; lang: Locale; kind: 'module' | 'wave' }

/** One item: what is to be said of it first, the figures behind a fold. */
export function ItemCard({ number, item, lang, kind }: Props) {
  const { t } = useTranslation()
  const { stem, footing, n, verdicts } = item
  const hasFigures = footing === 'rough' || footing === 'firm'
  return (
    <li className="card space-y-2 p-4">
      <h2 className="text-lg" lang={lang}>
        {number}. <MixedText text={stem} />
      </h2>
      {footing === 'hidden' && <p className="text-quiet">{t('items.footing.hidden')}</p>}
      {footing === 'few' && <p className="text-quiet">{t('items.footing.few', { n })}</p>}
      <ul className="space-y-1">
        {verdicts.map((verdict) => (
          <li key={verdict} className="flex gap-2">
            <span aria-hidden="true" className={`font-bold ${SIGN[verdict].look}`}>
              {SIGN[verdict].sign}
            </span>
            <span>{t(`items.verdict.${verdict}`)}</span>
          </li>
        ))}
      </ul>
      {footing === 'rough' && <p className="text-quiet">{t('items.footing.rough', { n })}</p>}
      {hasFigures && (
        <details>
          <summary className="min-h-11 py-2 font-bold">{t('items.figures')}</summary>
          <Figures item={item} lang={lang} kind={kind} />
        </details>
      )}
    </li>
  )
}

function Figures({ item, lang, kind }: Omit<Props, 'number'>) {
  const { t } = useTranslation()
  const { n, facility, discrimination, blank, options, thirds } = item
  const figures = [
    { name: t('items.column.n'), figure: String(n) },
    { name: t('items.column.facility'), figure: percent(facility) },
    {
      name: t('items.column.discrimination'),
      figure: discrimination === null ? t('items.noSpread') : discrimination.toFixed(0),
    },
    { name: t('items.column.blank'), figure: percent(blank) },
  ]
  return (
    <div className="space-y-3">
      <dl className="grid grid-cols-2 gap-3 text-center sm:grid-cols-4">
        {figures.map(({ name, figure }) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-quiet">{name}</dt>
            <dd className="text-xl font-bold tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="text-quiet">{t(kind === 'module' ? 'items.restPool' : 'items.restForm')}</p>
      {options.length === 0 ? (
        <p className="text-quiet">{t('items.noOptions')}</p>
      ) : (
        <Options options={options} lang={lang} />
      )}
      {options.length > 0 && <p className="text-quiet">{thirds ? t('items.thirds', thirds) : t('items.noThirds')}</p>}
    </div>
  )
}

function Options({ options, lang }: { options: OptionFigures[]; lang: Locale }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('items.optionsCaption')}
      rows={options}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'option',
          title: t('items.column.option'),
          isName: true,
          cell: ({ text }) => <span lang={lang}>{text}</span>,
        },
        {
          key: 'role',
          title: t('items.column.role'),
          cell: ({ role, isDead }) => (isDead ? t('items.role.dead') : t(`items.role.${role}`)),
        },
        { key: 'all', title: t('items.column.all'), cell: ({ all }) => percent(all) },
        { key: 'top', title: t('items.column.top'), cell: ({ top }) => percent(top) },
        { key: 'bottom', title: t('items.column.bottom'), cell: ({ bottom }) => percent(bottom) },
      ]}
    />
  )
}
