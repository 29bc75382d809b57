import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'

export type ShownSession = { id: string; device: string; started: string; lastSeen: string; isThis: boolean }

/** Where an account is signed in. With `canEnd` each but this one can be ended on its own. */
export function SessionList({ sessions, canEnd }: { sessions: ShownSession[]; canEnd: boolean }) {
  const { t } = useTranslation()
  if (sessions.length === 0) return <p className="text-quiet">{t('accounts.sessions.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {sessions.map(({ id, device, started, lastSeen, isThis }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 font-bold">
              {device}
              {isThis && (
                <span className="rounded bg-safe-soft px-2 py-1 text-safe">{t('accounts.sessions.this')}</span>
              )}
            </p>
            <p className="flex flex-wrap gap-x-4 text-quiet">
              <span>{`${t('accounts.sessions.started')} ${started}`}</span>
              <span>{`${t('accounts.sessions.lastSeen')} ${lastSeen}`}</span>
            </p>
          </div>
          {canEnd && !isThis && (
            <form method="post">
              <input type="hidden" name="session" value={id} />
              <Button look="quiet" name="intent" value="end">
                {t('accounts.sessions.end')}
                <span className="sr-only">{`${device} ${started}`}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
