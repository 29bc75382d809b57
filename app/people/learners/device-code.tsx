import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { CODE_DAYS } from './code'

type Props = { hasRecord: boolean; made: { code: string; until: string } | undefined }

/** Continuing on another device: a code is made here and shown once, or typed there. */
export function DeviceCode({ hasRecord, made }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="device" className="card space-y-3 p-4">
      <h2 id="device" className="text-xl">
        {t('progress.codeTitle')}
      </h2>
      <p className="text-quiet">
        {hasRecord ? t('progress.codeHint', { days: CODE_DAYS }) : t('progress.codeNeedsRecord')}
      </p>
      {made && (
        <Notice tone="good" title={t('progress.codeIs')} live>
          <p className="py-1 text-[min(1.5rem,7vw)] font-bold whitespace-nowrap tabular-nums">{made.code}</p>
          <p>{t('progress.codeUntil', { day: made.until })}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {hasRecord && (
          <form method="post">
            <Button look="quiet" name="intent" value="code">
              {t(made ? 'progress.codeRemake' : 'progress.codeMake')}
            </Button>
          </form>
        )}
        <ButtonLink href="/me/continue" look="quiet">
          {t('progress.codeEnterTitle')}
        </ButtonLink>
      </div>
    </section>
  )
}
