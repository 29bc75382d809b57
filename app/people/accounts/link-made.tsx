import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { CopyButton } from './copy-button'

export type ShownLink = { kind: 'invitation' | 'reset'; url: string; until: string; name: string; login: string }

/** A link that was just made, the one time it can be seen, in a text that can be sent as it is. */
export function LinkMade({ link: { kind, url, until, name, login } }: { link: ShownLink }) {
  const { t } = useTranslation()
  const isReset = kind === 'reset'
  const text = t(isReset ? 'accounts.link.resetText' : 'accounts.link.invitationText', { name, login, until })
  return (
    <div className="space-y-3">
      <Notice tone="good" title={t(isReset ? 'accounts.link.resetMade' : 'accounts.link.invitationMade')} live>
        <p>{t('accounts.link.once')}</p>
        <p>
          <MixedText text={t('accounts.link.until', { until })} />
        </p>
      </Notice>
      <label htmlFor="message" className="block font-bold">
        {t('accounts.link.message')}
      </label>
      <textarea
        id="message"
        readOnly
        rows={8}
        className="w-full rounded-lg border-2 border-line bg-sheet p-3 wrap-anywhere"
        defaultValue={`${text}\n${url}`}
      />
      <div className="flex flex-wrap gap-3">
        <CopyButton of="message" label={t('accounts.link.copy')} done={t('accounts.link.copied')} />
      </div>
    </div>
  )
}
