import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { ItemCard } from './item-card'
import type { ItemSubject } from './item-subjects.server'

/** The items of one quiz or one wave, and how far they hang together. */
export function ItemPage({ title, subject }: { title: string; subject: ItemSubject }) {
  const { t } = useTranslation()
  const { kind, id, items, persons, textLocale, otherWordings } = subject
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">
          <MixedText text={title} />
        </h1>
        <p>{t(kind === 'module' ? 'items.moduleLead' : 'items.waveLead')}</p>
        <p className="font-bold tabular-nums">
          {persons === null ? t('items.personsFew') : t('items.persons', { count: persons })}
        </p>
        <a href="/desk/items" className="inline-flex min-h-11 items-center">
          {t('items.back')}
        </a>
      </header>
      <Together subject={subject} />
      {otherWordings > 0 && (
        <Notice tone="plain">
          <p>{t('items.otherWordings', { count: otherWordings })}</p>
        </Notice>
      )}
      <ol className="space-y-4">
        {items.map((item, at) => (
          <ItemCard key={item.id} number={at + 1} item={item} lang={textLocale} kind={kind} />
        ))}
      </ol>
      <a href={`/desk/items/${kind}s/${id}/export.xlsx`} className="inline-flex min-h-11 items-center font-bold">
        {t('items.download')}
      </a>
    </div>
  )
}

/** Reliability of a form that everybody got whole; of papers drawn at random there is none, and that is said. */
function Together({ subject: { kind, reliability } }: { subject: ItemSubject }) {
  const { t } = useTranslation()
  if (kind === 'module') return <p className="text-quiet">{t('items.noAlpha')}</p>
  if (!reliability) return <p className="text-quiet">{t('items.alphaFew')}</p>
  const { alpha, lower, upper, n, items } = reliability
  const values = { alpha: alpha.toFixed(2), lower: lower.toFixed(2), upper: upper.toFixed(2), n, items }
  return (
    <Notice tone="plain" title={t('items.alphaTitle')}>
      <p className="tabular-nums">{t('items.alpha', values)}</p>
      <p>{t(alpha >= 0.7 ? 'items.alphaGood' : 'items.alphaLow')}</p>
    </Notice>
  )
}
