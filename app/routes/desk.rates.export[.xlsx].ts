import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { ratesPage } from '#app/measure/indicators/rates-page.server'
import { ratesSheet } from '#app/measure/indicators/rates-sheet.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { sheetResponse } from '#app/sheets/download.server'

/** What the page with the same query string shows. Counts with the small ones hidden, of nobody in particular. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rates.read')
  const placeId = new URL(request.url).searchParams.get('place') ?? ''
  const page = (await ratesPage(store, account.scope, placeId)) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  const rows = page === 'noPlaces' ? [] : [page.whole, ...page.streets]
  return sheetResponse(`${t('rates.title')} ${shanghaiDay(trail.now)}`, await ratesSheet(t, rows))
}
