import { forbidden } from '#app/http/answers'
import { translator } from '#app/i18n/config'
import type { Locale } from '#app/i18n/locales'
import type { Account } from './account'
import { type DeskHead, deskHead, type Room, type WingId } from './desk-head'

/** What the page of a wing shows: the rooms of it that this account may open. None: thrown 403. */
export function wingFor(
  account: Account,
  wingId: WingId,
  locale: Locale,
): { title: string; desk: DeskHead; rooms: Room[] } {
  const desk = deskHead(account)
  const { rooms } = desk.wings.find(({ id }) => id === wingId) ?? forbidden()
  return { title: translator(locale).t(`desk.wing.${wingId}`), desk, rooms }
}
