import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { listPublished } from '#app/measure/awareness/published.server'
import { publishedPage } from '#app/measure/awareness/published-page'
import { publishedSheet } from '#app/measure/awareness/published-sheet.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The newest published estimate as a file. While nothing is published, the page says so. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const page = publishedPage({ catalog, published: await listPublished(store), locale })
  if (!page) return redirect('/awareness')
  return sheetResponse(`${t('awareness.published.fileName')} ${page.publishedOn}`, await publishedSheet(t, page))
}
