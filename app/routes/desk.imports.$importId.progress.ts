import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { findImport } from '#app/people/rosters/import-records.server'

/** How far an import is, for the script that moves the bar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rosters.write')
  const { status, rowsRead, rowsChecked } =
    (await findImport(store, account.scope, params.importId ?? '')) ?? notFound()
  return Response.json({ status, rowsRead, rowsChecked }, { headers: { 'Cache-Control': 'no-store' } })
}
