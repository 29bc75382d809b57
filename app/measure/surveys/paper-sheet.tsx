import { useTranslation } from '#app/i18n/use-translation'
import type { SheetView } from './answer-view'
import { letterAt } from './paper'

const CODE_SIGNS = [1, 2, 3, 4, 5]

type Props = {
  view: SheetView
  waveName: string
  ages: { from: number; to: number }
  asksEligible: boolean
  asksAgain: boolean
}

/** The questionnaire on A4, in large type: the same letters on every sheet, so that letters can be typed in. */
export function PaperSheet({ view, waveName, ages, asksEligible, asksAgain }: Props) {
  const { t } = useTranslation()
  const firstOf = (index: number) => view.sections.slice(0, index).reduce((sum, { items }) => sum + items.length, 1)
  return (
    <article className="mx-auto max-w-3xl space-y-5 border-2 border-line bg-sheet p-5 text-lg sm:p-8 print:max-w-none print:border-0 print:p-0">
      <header className="space-y-3">
        <h2 lang={view.textLocale} className="text-2xl font-bold">
          {view.title}
        </h2>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <p lang="zh-CN" className="text-quiet">
            {waveName}
          </p>
          <div className="min-w-0 max-w-full">
            <p className="text-base">{t('answering.paper.code')}</p>
            <div className="flex min-w-0 gap-1" aria-hidden="true">
              {CODE_SIGNS.map((place) => (
                <span key={place} className="h-11 w-9 min-w-0 border-2 border-ink" />
              ))}
            </div>
          </div>
        </div>
        <p lang={view.textLocale}>{view.sections[0]?.introduction}</p>
        {asksAgain && <p>{t('answering.again.page')}</p>}
        <p className="font-bold">{t('answering.paper.how')}</p>
        <p>
          {t('answering.paper.printSex')} <Line /> {t('answering.paper.printAge', ages)} <Line />
        </p>
        {asksEligible && (
          <p>
            {t('answering.form.eligible', ages)} <Line />
          </p>
        )}
      </header>
      {view.sections.map(({ id, title, introduction, items }, index) => (
        <section key={id} className="space-y-4">
          {title && (
            <div lang={view.textLocale} className="break-after-avoid border-t-2 border-line pt-4">
              <h3 className="text-xl font-bold">{title}</h3>
              <p>{introduction}</p>
            </div>
          )}
          {items.map((item, at) => (
            <div key={item.id} className="break-inside-avoid">
              <p className="font-bold" lang={view.textLocale}>
                {firstOf(index) + at}. {item.stem}
              </p>
              <ul className="mt-1 space-y-1 pl-6" lang={view.textLocale}>
                {item.options.map((option, place) => (
                  <li key={option.id} className="flex gap-2">
                    <span className="w-7 flex-none font-bold">{letterAt(place)}</span>
                    <span>{option.text}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      <p className="break-inside-avoid border-t-2 border-line pt-3">☐ {t('answering.interview.proxy')}</p>
      <p className="text-center">{t('answering.paper.thanks')}</p>
    </article>
  )
}

const Line = () => <span aria-hidden="true" className="inline-block w-20 border-b-2 border-ink" />
