import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import type { ListQuery } from '#app/http/list-query'
import type { Translate } from '#app/i18n/config'
import { noted } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { everyAccount } from './accounts.server'

/** The accounts that a list is about as an .xlsx file, with the same columns as the page. It is written down who took it. */
export async function exportAccounts(
  store: Store,
  { query, t }: { query: ListQuery; t: Translate },
  { keys, trail }: { keys: Keys; trail: Trail },
): Promise<Uint8Array> {
  const rows = await everyAccount(store, query, { keys, now: trail.now })
  await noted(store, trail, {
    action: 'account.export',
    subject: { kind: 'account', id: 'list' },
    detail: { count: rows.length },
  })
  const columns = [
    { title: t('accounts.field.name'), width: 14 },
    { title: t('accounts.field.login'), width: 20 },
    { title: t('accounts.field.role'), width: 14 },
    { title: t('accounts.list.place'), width: 30 },
    { title: t('accounts.field.state'), width: 24 },
    { title: t('accounts.field.secondFactor'), width: 14 },
  ]
  const cells = rows.map(({ name, login, role, scopeName, state, isLocked, hasSecondFactor }) => [
    name,
    login,
    t(`accounts.role.${role}`),
    scopeName ?? t('accounts.new.wholeDistrict'),
    t(`accounts.state.${isLocked ? 'locked' : state}`),
    t(hasSecondFactor ? 'accounts.on' : 'accounts.off'),
  ])
  return writeSheet([{ name: t('accounts.list.title'), columns, rows: cells }])
}
