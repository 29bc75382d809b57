import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { CopyButton, PrintButton } from './copy-button'

/** Recovery codes, the one time that they can be seen: to print, to copy, to write down. */
export function RecoveryCodes({ codes, login, next }: { codes: string[]; login: string; next: string }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="recovery" className="space-y-4">
      <h2 id="recovery" className="text-xl">
        {t('accounts.recovery.title')}
      </h2>
      <Notice tone="caution" title={t('accounts.recovery.once')}>
        <p>{t('accounts.recovery.text')}</p>
      </Notice>
      <div className="card space-y-2 p-4">
        <p className="text-quiet">{t('accounts.recovery.heading', { login })}</p>
        <pre id="recovery-codes" translate="no" className="columns-1 font-mono text-lg leading-8 sm:columns-2">
          {codes.join('\n')}
        </pre>
      </div>
      <div className="no-print flex flex-wrap gap-3">
        <CopyButton of="recovery-codes" label={t('accounts.recovery.copy')} done={t('accounts.recovery.copied')} />
        <PrintButton label={t('accounts.recovery.print')} />
      </div>
      <p className="no-print">
        <ButtonLink href={next}>{t('accounts.recovery.continue')}</ButtonLink>
      </p>
    </section>
  )
}
