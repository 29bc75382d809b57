import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'

type Props = { title: string; waveId: string; lead?: string; isPrinted?: boolean }

/** The head of a page about one wave: what it is, in a sentence what for, and the way back to the wave. */
export function WaveHead({ title, waveId, lead, isPrinted = true }: Props) {
  const { t } = useTranslation()
  return (
    <header className={`space-y-2 ${isPrinted ? '' : 'no-print'}`}>
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {lead && <p>{lead}</p>}
      <a href={`/desk/surveys/${waveId}`} className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </header>
  )
}
