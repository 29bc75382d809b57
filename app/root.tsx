import { isRouteErrorResponse, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import type { DeskHead } from '#app/people/accounts/desk-head'
import stylesheet from './app.css?url'
import { Document, ErrorMessage, errorKey } from './frame'

/** What a loader returns about the page itself; the rest is the page's own. */
export type PageHead = { title: string; description?: string; desk?: DeskHead }

export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const error = useRouteError()
  const head = useMatches().at(-1)?.data as PageHead | undefined
  const title = error ? t(`error.${errorKey(statusOf(error))}.title`) : (head?.title ?? '')
  return (
    <Document
      path={pathname}
      title={title}
      description={head?.description}
      desk={error ? undefined : head?.desk}
      stylesheet={stylesheet}
    >
      {children}
    </Document>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorMessage status={statusOf(useRouteError())} />
}

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)
