import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'

type Props = { id?: string; heading: string; stem: string; lang: string; isMarked: boolean; children: ReactNode }

/** The card of one item: its number and stem, said once to those who hear and once to those who see. `id` is for scripts. */
export function ItemFrame({ id, heading, stem, lang, isMarked, children }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className={`card p-4 sm:p-5 ${isMarked ? 'border-2 border-amber' : ''}`} data-item={id}>
      <legend className="sr-only">
        {heading}
        {t('common.listSeparator')}
        <span lang={lang}>{stem}</span>
      </legend>
      <div aria-hidden="true">
        <p className="text-quiet">{heading}</p>
        <p className="mb-3 text-xl leading-snug font-bold" lang={lang}>
          {stem}
        </p>
      </div>
      {children}
    </fieldset>
  )
}
