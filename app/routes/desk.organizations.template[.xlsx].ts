import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { organizationsTemplate } from '#app/people/places/organizations-export.server'
import { sheetResponse } from '#app/sheets/download.server'

/** An empty file in the form that the import takes. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAccount(store, request, 'organizations.write')
  const { t } = translator(viewOf(request).locale)
  return sheetResponse(t('organizations.templateName'), await organizationsTemplate())
}
