/** The frame of every page: document, header, footer, and what an error page says. */
import { type ReactNode, useContext } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import type { DeskHead } from '#app/people/accounts/desk-head'
import { DeskHeader } from './desk-frame'
import { type View, ViewContext } from './http/view-context'
import { SEARCH_PATH } from './learn/search/search-query'
import { FeedbackBox } from './reach/feedback/feedback-box'
import { ButtonLink } from './ui/button'

type DocumentProps = {
  path: string
  title: string
  description?: string
  /** Who is signed in, on a page of the desk. */
  desk?: DeskHead
  stylesheet: string
  children: ReactNode
}

/** The HTML document, in the language and size of the view. */
export function Document({ path, title, description, desk, stylesheet, children }: DocumentProps) {
  const { t } = useTranslation()
  const view = useContext(ViewContext)
  const isDesk = path === '/desk' || path.startsWith('/desk/')
  const brand = t(isDesk ? 'desk.brand' : 'common.brand')
  return (
    <html lang={view.locale} data-display={view.display}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title ? `${title} · ${brand}` : `${brand} · ${t('common.tagline')}`}</title>
        {description && <meta name="description" content={description} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body className="flex min-h-screen flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:bg-sheet focus:p-3"
        >
          {t('common.skipToContent')}
        </a>
        {isDesk ? (
          <DeskHeader
            head={desk}
            path={path}
            brandMark={<BrandMark />}
            viewForm={<ViewForm view={view} path={path} />}
          />
        ) : (
          <Header view={view} path={path} />
        )}
        <main id="main" className="flex-1 pb-12" tabIndex={-1}>
          {children}
        </main>
        {!isDesk && <Footer path={path} />}
      </body>
    </html>
  )
}

const NAVIGATION = [
  { href: '/modules', key: 'common.nav.learn', isIn: /^\/(modules|for|attempts)/ },
  { href: '/me', key: 'common.nav.me', isIn: /^\/me/ },
  { href: '/awareness', key: 'common.nav.awareness', isIn: /^\/(awareness|survey)/ },
  { href: SEARCH_PATH, key: 'search.link', isIn: /^\/search/ },
] as const

function Header({ view, path }: { view: View; path: string }) {
  const { t } = useTranslation()
  // A phone has room for four names in a row only in Chinese and the usual size; else the search stands beside the brand.
  const isRoomy = view.locale === 'zh-CN' && view.display === 'standard'
  return (
    <header className="no-print border-b border-line bg-sheet">
      <div className="page flex flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-3 sm:gap-x-4">
        <a href="/" className="flex min-h-12 items-center gap-2 text-ink no-underline">
          <BrandMark />
          <span className="text-2xl font-bold tracking-wide">{t('common.brand')}</span>
          <span className="hidden text-quiet sm:inline">{t('common.tagline')}</span>
        </a>
        {!isRoomy && (
          <a
            href={SEARCH_PATH}
            aria-current={path === SEARCH_PATH ? 'page' : undefined}
            className="flex min-h-12 items-center font-bold text-ink no-underline aria-[current]:text-fire sm:hidden"
          >
            {t('search.link')}
          </a>
        )}
        <ViewForm view={view} path={path} />
      </div>
      <nav aria-label={t('common.navigation')} className="page flex flex-wrap gap-x-1">
        {NAVIGATION.map(({ href, key, isIn }) => {
          const isHere = isIn.test(path)
          return (
            <a
              key={href}
              href={href}
              aria-current={isHere ? 'page' : undefined}
              className={`${isRoomy || href !== SEARCH_PATH ? 'flex' : 'hidden sm:flex'} min-h-12 flex-auto items-center justify-center border-b-4 px-1 text-center font-bold no-underline sm:flex-none sm:px-5 ${isHere ? 'border-fire text-fire' : 'border-transparent text-ink hover:border-line'}`}
            >
              {t(key)}
            </a>
          )
        })}
      </nav>
    </header>
  )
}

/** Language and size. A form, so that it works without script and on the very page one is on. */
function ViewForm({ view, path }: { view: View; path: string }) {
  const { t } = useTranslation()
  const other = view.locale === 'zh-CN' ? 'en' : 'zh-CN'
  const isLarge = view.display === 'large'
  const look = 'min-h-11 cursor-pointer rounded-lg border border-line bg-sheet px-3 text-ink hover:bg-sand'
  return (
    <form method="post" action="/preferences" className="flex flex-wrap gap-2">
      <input type="hidden" name="return" value={path} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('common.view.label')}</legend>
        <button type="submit" name="display" value={isLarge ? 'standard' : 'large'} className={look}>
          {isLarge ? t('common.view.standard') : t('common.view.large')}
        </button>
        <button type="submit" name="locale" value={other} lang={other} className={look}>
          {t('common.view.switchLanguage')}
        </button>
      </fieldset>
    </form>
  )
}

/** A flame held by an open book. */
function BrandMark() {
  return (
    <svg viewBox="0 0 40 40" className="size-10 flex-none" aria-hidden="true">
      <rect width="40" height="40" rx="9" className="fill-fire" />
      <path d="M20 6c1 5 7 7 7 13a7 7 0 0 1-14 0c0-3 2-5 3-7 1 2 2 3 3 3 1-3 0-6 1-9z" fill="#ffc94d" />
      <path d="M6 27c5-1 10 0 14 3 4-3 9-4 14-3v6c-5-1-10 0-14 3-4-3-9-4-14-3z" fill="#fff" />
    </svg>
  )
}

function Footer({ path }: { path: string }) {
  const { t } = useTranslation()
  return (
    <footer className="no-print border-t border-line bg-sand py-6 text-quiet">
      <div className="page space-y-3">
        <FeedbackBox path={path} />
        <p>{t('common.footer.note')}</p>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {(
            [
              [SEARCH_PATH, 'search.link'],
              ['/checklists', 'checklists.link'],
              ['/survey/open', 'common.footer.survey'],
              ['/awareness/method', 'common.footer.method'],
              ['/about', 'common.footer.about'],
            ] as const
          ).map(([href, key]) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center text-ink">
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

const KNOWN = ['400', '403', '404', '405', '409', '413', '429', '500'] as const

/** The entry of error.json that speaks for a status. */
export const errorKey = (status: number): (typeof KNOWN)[number] =>
  KNOWN.find((code) => code === String(status)) ?? (status >= 500 ? '500' : '400')

/** What went wrong and what to do next, in the person's language. */
export function ErrorMessage({ status }: { status: number }) {
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-5 pt-10">
      <h1 className="title">{t(`error.${errorKey(status)}.title`)}</h1>
      <p>{t(`error.${errorKey(status)}.text`)}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/">{t('error.home')}</ButtonLink>
        <ButtonLink href="/me" look="quiet">
          {t('error.me')}
        </ButtonLink>
      </div>
    </div>
  )
}
