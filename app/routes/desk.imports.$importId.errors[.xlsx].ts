import type { LoaderFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { dataKeys } from '#app/http/secret.server'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { noted } from '#app/people/audit/audit.server'
import { fileWithReasons } from '#app/people/rosters/import-file.server'
import { findImport } from '#app/people/rosters/import-records.server'
import { sheetResponse } from '#app/sheets/download.server'

/** The uploaded list as it was, with the column 错误原因. It holds whole phones, so taking it leaves a trace. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const line = (await findImport(store, account.scope, params.importId ?? '')) ?? notFound()
  const bytes = (await fileWithReasons(store, dataKeys, line)) ?? notFound()
  await noted(store, trail, {
    action: 'roster.importFile',
    subject: { kind: 'import', id: line.id },
    detail: { rows: line.rowsRead },
  })
  const file = line.fileName.replace(/\.[a-z]{2,4}$/i, '')
  return sheetResponse(translator('zh-CN').t('rosters.import.file.name', { file }), bytes)
}
