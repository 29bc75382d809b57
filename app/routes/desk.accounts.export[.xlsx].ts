import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { ACCOUNT_FILTERS } from '#app/people/accounts/accounts.server'
import { exportAccounts } from '#app/people/accounts/accounts-export.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The accounts of the list, all pages of it, as a spreadsheet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'accounts.manage')
  const { t } = translator(viewOf(request).locale)
  const query = readListQuery(request.url, ACCOUNT_FILTERS)
  const bytes = await exportAccounts(store, { query, t }, { keys: dataKeys, trail })
  return sheetResponse(t('accounts.list.fileName'), bytes)
}
