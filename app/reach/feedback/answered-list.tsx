import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { FeedbackKind } from './feedback'

type Answered = { id: string; kind: FeedbackKind; day: string; answeredDay: string; text: string; answer: string }

/** What was written and what was answered, as everybody may read it. */
export function AnsweredList({ rows }: { rows: Answered[] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-4">
      {rows.map(({ id, kind, day, answeredDay, text, answer }) => (
        <li key={id} className="card space-y-3 p-4">
          <p className="text-quiet">
            <span className="mr-3 font-bold">{t(`feedback.kind.${kind}`)}</span>
            <span className="tabular-nums">
              {t('feedback.answered.days', { submitted: day, answered: answeredDay })}
            </span>
          </p>
          <Written text={text} />
          <div className="border-l-4 border-safe pl-3">
            <h3 className="font-bold">{t('feedback.answered.answer')}</h3>
            <Written text={answer} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What a person wrote: its own lines, its own direction, nothing in it is a link. */
export function Written({ text }: { text: string }) {
  return (
    <p dir="auto" className="whitespace-pre-line break-words">
      <MixedText text={text} />
    </p>
  )
}
