import type { Locale } from '#app/i18n/locales'
import type { ShownSession } from './session-list'
import { writeMoment } from './write-moment'

type Row = { id: string; device: string; createdAt: Date; lastSeenAt: Date }

/** Sessions as a page tells of them. */
export const showSessions = (
  rows: Row[],
  { ownId, locale }: { ownId: string | null; locale: Locale },
): ShownSession[] =>
  rows.map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    device,
    started: writeMoment(createdAt, locale),
    lastSeen: writeMoment(lastSeenAt, locale),
    isThis: id === ownId,
  }))
