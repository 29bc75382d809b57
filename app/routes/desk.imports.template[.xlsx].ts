import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { templateFile } from '#app/people/rosters/import-template.server'
import { sheetResponse } from '#app/sheets/download.server'

/** An empty list with its titles, for whoever has none yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAccount(store, request, 'rosters.write')
  return sheetResponse(translator('zh-CN').t('rosters.import.file.template'), await templateFile())
}
