import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Script } from '#app/ui/script'
import draft from './draft.browser.js?url'

/** The end of a questionnaire: sending it, sending it with blanks once they were pointed out, and what the draft says of itself. */
export function SendAnswers({ label, hasBlanks }: { label: string; hasBlanks: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button>{label}</Button>
        {hasBlanks && (
          <Button look="quiet" name="anyway" value="yes">
            {t('survey.submitAnyway')}
          </Button>
        )}
        <span role="status" data-state className="text-safe" />
      </div>
      <Script src={draft} />
    </>
  )
}
