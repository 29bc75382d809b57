import { useTranslation } from '#app/i18n/use-translation'
import { Script } from '#app/ui/script'
import alone from './alone-options.browser.js?url'
import type { SheetItem, SheetView } from './answer-view'
import { ItemFrame } from './item-frame'

type Props = {
  view: SheetView
  /** Marks what was left blank, after it was sent once. */
  marksBlank?: boolean
  /** The item in which two choices exclude each other. */
  contradictionAt?: string | null
}

/** Every item of a questionnaire, one card each: the core under the introduction, then the background under its own. */
export function SheetFields({ view, marksBlank = false, contradictionAt = null }: Props) {
  const { t } = useTranslation()
  const total = view.sections.reduce((sum, { items }) => sum + items.length, 0)
  const before = (index: number) => view.sections.slice(0, index).reduce((sum, { items }) => sum + items.length, 0)
  const sections = view.sections.map(({ id, title, introduction, items }, index) => (
    <section key={id} className="space-y-4" aria-label={title || t('answering.form.core')}>
      {title && (
        <h2 className="pt-2 text-xl" lang={view.textLocale}>
          {title}
        </h2>
      )}
      {title && <p lang={view.textLocale}>{introduction}</p>}
      {items.map((item, at) => (
        <ItemFields
          key={item.id}
          item={item}
          heading={t('survey.item', { number: before(index) + at + 1, total })}
          lang={view.textLocale}
          isMarked={(marksBlank && item.chosen.length === 0) || contradictionAt === item.id}
          isContradiction={contradictionAt === item.id}
          isShuffled={id === 'core'}
        />
      ))}
    </section>
  ))
  return (
    <>
      {sections}
      <Script src={alone} />
    </>
  )
}

type ItemProps = {
  item: SheetItem
  heading: string
  lang: string
  isMarked: boolean
  isContradiction: boolean
  isShuffled: boolean
}

function ItemFields({ item, heading, lang, isMarked, isContradiction, isShuffled }: ItemProps) {
  const { t } = useTranslation()
  return (
    <ItemFrame id={item.id} heading={heading} stem={item.stem} lang={lang} isMarked={isMarked}>
      {isContradiction && (
        <p className="mb-2 font-bold text-fire" role="alert">
          {t('answering.form.contradiction')}
        </p>
      )}
      <div className="space-y-2" data-shuffled={isShuffled ? '' : undefined}>
        {item.options.map(({ id, text }) => (
          <label key={id} className="choice">
            <input
              type={item.isMultiple ? 'checkbox' : 'radio'}
              name={`item.${item.id}`}
              value={id}
              defaultChecked={item.chosen.includes(id)}
              data-alone={item.alone.includes(id) ? '' : undefined}
            />
            <span lang={lang}>{text}</span>
          </label>
        ))}
      </div>
    </ItemFrame>
  )
}
