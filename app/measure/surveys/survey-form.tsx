import { useTranslation } from '#app/i18n/use-translation'
import { StreetField } from '#app/people/places/street-field'
import { Notice } from '#app/ui/notice'
import { ItemFrame } from './item-frame'
import type { ItemView, Questionnaire } from './questionnaire'
import { SendAnswers } from './send-answers'

type Returned = { blank: number; regionId: string | null; answers: Record<string, string> }
type Props = {
  questionnaire: Questionnaire
  responseId: string
  streets: { id: string; name: string }[]
  returned: Returned | null
}

/** All items on one page. Sent with blanks it comes back once, says how many, and keeps what was chosen. */
export function SurveyForm({ questionnaire, responseId, streets, returned }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" className="space-y-5" data-draft={responseId} data-kept={t('survey.draftKept')}>
      {returned && (
        <Notice tone="caution" title={t('survey.blankTitle', { count: returned.blank })} live>
          <p>{t('survey.blankText', { unsure: questionnaire.unsureLabel })}</p>
        </Notice>
      )}
      {questionnaire.items.map((item, index) => (
        <ItemCard
          key={item.id}
          item={{ ...item, chosen: returned?.answers[item.id] ?? item.chosen }}
          heading={t('survey.item', { number: index + 1, total: questionnaire.items.length })}
          lang={questionnaire.textLocale}
          isMissing={returned !== null && !returned.answers[item.id]}
        />
      ))}
      <div className="card p-4">
        <StreetField
          label={t('survey.placeLabel')}
          streets={streets}
          chosen={returned?.regionId ?? null}
          none={t('survey.placeNone')}
        />
      </div>
      <SendAnswers label={t('survey.submit')} hasBlanks={returned !== null} />
    </form>
  )
}

function ItemCard({
  item,
  heading,
  lang,
  isMissing,
}: {
  item: ItemView
  heading: string
  lang: string
  isMissing: boolean
}) {
  return (
    <ItemFrame heading={heading} stem={item.stem} lang={lang} isMarked={isMissing}>
      <div className="space-y-2">
        {item.options.map(({ id, text }) => (
          <label key={id} className="choice">
            <input type="radio" name={`item.${item.id}`} value={id} defaultChecked={item.chosen === id} />
            <span lang={lang}>{text}</span>
          </label>
        ))}
      </div>
    </ItemFrame>
  )
}
