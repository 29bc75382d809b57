import { useTranslation } from '#app/i18n/use-translation'
import type { Again } from './interview-view'

/** Whom to ask in a follow-up: whoever answered the time before. Without a person a script fills it in. */
export function AgainBox({ again }: { again: Again | null }) {
  const { t } = useTranslation()
  return (
    <section className="card space-y-2 p-4" data-again-box>
      <h2 className="text-xl">{t('answering.again.title')}</h2>
      <p className="font-bold" data-again-who>
        {useAgainText(again)}
      </p>
      <p>{t('answering.again.text')}</p>
    </section>
  )
}

/** The person as far as they said who they are. */
export function useAgainText(again: Again | null): string {
  const { t } = useTranslation()
  if (!again) return ''
  const sex = t(`answering.form.sexes.${again.sex ?? 'unsaid'}`)
  const age = again.age === null ? t('answering.again.noAge') : t('answering.again.age', { age: again.age })
  return t('answering.again.who', { day: again.day, sex, age })
}
