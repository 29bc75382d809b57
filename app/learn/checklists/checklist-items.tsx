import { ReviewBadge } from '#app/content/lesson-section'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { ItemView } from './checklist-view'

/** Every item in its order: what to ask, why, how to mend it. On paper with a box for yes and one for no. */
export function ChecklistItems({ items }: { items: ItemView[] }) {
  return (
    <ol className="space-y-4 print:space-y-0">
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ol>
  )
}

function Item({ item }: { item: ItemView }) {
  const { t } = useTranslation()
  return (
    <li
      id={item.id}
      className="card p-4 print:break-inside-avoid print:rounded-none print:border-x-0 print:border-t-0 print:px-0 print:py-2"
    >
      <div className="flex gap-3">
        <span
          aria-hidden="true"
          className="flex size-9 flex-none items-center justify-center rounded-full bg-ink font-bold text-white print:border print:border-ink print:bg-sheet print:text-ink"
        >
          {item.number}
        </span>
        <h2 className="min-w-0 flex-1 text-lg leading-normal">
          {item.ask} {item.onTheSpot && <OnTheSpot />}
        </h2>
        <p aria-hidden="true" className="hidden flex-none font-bold whitespace-nowrap print:block">
          {t('checklists.boxes')}
        </p>
      </div>
      <div className="mt-2 space-y-2 sm:pl-12 print:mt-0 print:space-y-0 print:pl-12">
        <Line label={t('checklists.why')} text={item.why} />
        <Line label={t('checklists.mend')} text={item.mend} />
        {item.citations.length > 0 && (
          <p className="text-quiet">
            {t('lesson.sources')} {item.citations.join(t('common.listSeparator'))}
            {item.awaitsReview && <ReviewBadge text={t('lesson.awaitingReview')} />}
          </p>
        )}
        {item.lesson && (
          <p className="no-print">
            <a href={item.lesson.href} className="inline-flex min-h-11 items-center">
              <span>
                <MixedText text={t('checklists.lesson', { title: item.lesson.title })} />
              </span>
            </a>
          </p>
        )}
      </div>
    </li>
  )
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <p>
      <strong className="text-quiet">{label}</strong> {text}
    </p>
  )
}

/** ⚠ in words: put it right at once. */
function OnTheSpot() {
  const { t } = useTranslation()
  return (
    <span className="inline-block rounded border border-fire bg-fire-soft px-2 text-base text-fire">
      <span aria-hidden="true">⚠ </span>
      {t('checklists.onTheSpot')}
    </span>
  )
}
