import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'
import { Script } from '#app/ui/script'
import draft from './draft.browser.js?url'

type Props = {
  ending: 'sent' | 'used' | 'closed' | 'unknown'
  /** The draft that is to be forgotten on this device, now that the answers have arrived. */
  draftKey: string | null
}

/** The end of a link: thanks, or why there is nothing to fill in. Never what was right or wrong. */
export function AnswerOver({ ending, draftKey }: Props) {
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-5 pt-10">
      <h1 className="title">
        <Phrases text={t(`answering.page.${ending}.title`)} />
      </h1>
      <p className="text-lg">{t(`answering.page.${ending}.text`)}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/modules">{t('survey.thanksLearn')}</ButtonLink>
      </div>
      {draftKey && (
        <>
          <span hidden data-draft-sent={draftKey} />
          <Script src={draft} />
        </>
      )}
    </div>
  )
}
