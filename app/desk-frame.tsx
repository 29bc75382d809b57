/** The frame of the desk: who is signed in, one menu entry for each wing, and the rooms of the wing one is in. */
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import unsent from '#app/measure/surveys/unsent.browser.js?url'
import { type DeskHead, wingAt } from '#app/people/accounts/desk-head'
import { MixedText } from '#app/ui/mixed-text'
import { Script } from '#app/ui/script'

type Props = { head: DeskHead | undefined; path: string; brandMark: ReactNode; viewForm: ReactNode }

/** Without a head (signing in, an error) there is no menu. */
export function DeskHeader({ head, path, brandMark, viewForm }: Props) {
  const { t } = useTranslation()
  return (
    <header className="no-print border-b border-line bg-sheet">
      <div className="desk-page flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-3">
        <a href="/desk" className="flex min-h-12 items-center gap-2 text-ink no-underline">
          {brandMark}
          <span className="text-xl font-bold tracking-wide">{t('desk.brand')}</span>
        </a>
        {head ? (
          <>
            <div className="max-sm:hidden">{viewForm}</div>
            <details className="relative sm:hidden">
              <summary className="flex min-h-12 cursor-pointer items-center gap-1">
                <span className="max-w-40 truncate">
                  <MixedText text={head.name} />
                </span>
                <span aria-hidden="true">▾</span>
              </summary>
              <div className="absolute right-0 z-10 w-72 max-w-[calc(100vw-2rem)] space-y-3 rounded-lg border border-line bg-sheet p-4 shadow-lg">
                <WhoIsHere head={head} />
                {viewForm}
              </div>
            </details>
          </>
        ) : (
          viewForm
        )}
      </div>
      {head ? (
        <>
          <div className="desk-page max-sm:hidden">
            <WhoIsHere head={head} />
          </div>
          {hasInterviews(head) && <Script src={unsent} />}
          <Menu head={head} path={path} />
        </>
      ) : (
        <p className="desk-page">
          <a href="/" className="inline-flex min-h-11 items-center text-ink">
            {t('desk.publicSite')}
          </a>
        </p>
      )}
    </header>
  )
}

/** Who interviews may have answers on this device that have not been sent. */
const hasInterviews = ({ wings }: DeskHead): boolean =>
  wings.some(({ rooms }) => rooms.some(({ id }) => id === 'interviews'))

/** Stands in the header twice: in a row of its own, and on a phone behind the name. */
function WhoIsHere({ head }: { head: DeskHead }) {
  const { t } = useTranslation()
  const link = 'inline-flex min-h-11 items-center text-ink'
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p className="text-quiet">
        <MixedText text={t('desk.signedInAs', { name: head.name, role: t(`accounts.role.${head.role}`) })} />
      </p>
      <a href="/desk/me" className={link}>
        {t('desk.ownAccount')}
      </a>
      <a href="/" className={link}>
        {t('desk.publicSite')}
      </a>
      <form
        method="post"
        action="/desk/sign-out"
        data-unsent={hasInterviews(head) ? t('answering.queue.signOut', { number: '#' }) : undefined}
      >
        <button type="submit" className={`${link} cursor-pointer underline underline-offset-4`}>
          {t('desk.signOut')}
        </button>
      </form>
    </div>
  )
}

const ENTRY = 'flex min-h-12 items-center border-b-4 px-2 no-underline sm:px-3'
const lookOf = (isHere: boolean): string =>
  isHere ? 'border-fire font-bold text-fire' : 'border-transparent text-ink hover:border-line'

function Menu({ head, path }: { head: DeskHead; path: string }) {
  const { t } = useTranslation()
  const here = wingAt(head, path)
  return (
    <>
      <nav aria-label={t('desk.menu')} className="desk-page flex flex-wrap">
        {head.wings.map(({ id, href }) => (
          <a
            key={id}
            href={href}
            aria-current={href === path ? 'page' : undefined}
            className={`${ENTRY} ${lookOf(id === here?.id)}`}
          >
            {t(`desk.wing.${id}`)}
          </a>
        ))}
      </nav>
      {here && (
        <nav aria-label={t('desk.rooms')} className="border-t border-line bg-sand">
          <div className="desk-page flex flex-wrap">
            {here.rooms.map(({ id, href }) => (
              <a
                key={id}
                href={href}
                aria-current={href === path ? 'page' : undefined}
                className={`${ENTRY} ${lookOf(path === href || path.startsWith(`${href}/`))}`}
              >
                {t(`desk.room.${id}`)}
              </a>
            ))}
          </div>
        </nav>
      )}
    </>
  )
}
