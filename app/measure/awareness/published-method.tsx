import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { methodLines } from './method-lines'
import type { PublishedPage } from './published-page'

/** How the figures came about: nobody has to take them on trust. */
export function PublishedMethod({ page }: { page: PublishedPage }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-3 rounded-lg border-2 border-line bg-paper p-4">
      <h3 className="text-xl">{t('awareness.published.methodTitle')}</h3>
      <dl className="space-y-2">
        {methodLines(t, page).map(({ key, name, text }) => (
          <div key={key} className="sm:grid sm:grid-cols-[8rem_1fr] sm:gap-4 large:block">
            <dt className="font-bold">{name}</dt>
            <dd>
              <MixedText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/awareness/method" className="inline-flex min-h-11 items-center">
          {t('awareness.methodLink')}
        </a>
      </p>
    </div>
  )
}
