import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'

type Props = { url: string; poster: string; canWrite: boolean }

/** The link by which people on the roster find themselves, its poster, and another code for it. */
export function JoinLink({ url, poster, canWrite }: Props) {
  const { t } = useTranslation()
  return (
    <div className="card max-w-2xl space-y-3 p-4">
      <p>{t('organizations.join.lead')}</p>
      <p className="font-bold break-all tabular-nums">{url}</p>
      <ButtonLink href={poster} look="quiet">
        {t('organizations.join.poster')}
      </ButtonLink>
      {canWrite && (
        <details>
          <summary className="min-h-11 py-2">{t('organizations.join.renew')}</summary>
          <form method="post" className="space-y-3 pb-2">
            <p>{t('organizations.join.renewHint')}</p>
            <Button look="secondary" name="intent" value="renewJoinCode">
              {t('organizations.join.renewButton')}
            </Button>
          </form>
        </details>
      )}
    </div>
  )
}
