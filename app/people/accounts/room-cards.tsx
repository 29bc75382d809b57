import { useTranslation } from '#app/i18n/use-translation'
import type { Room } from './desk-head'

/** The rooms of a wing, each with what it is for. */
export function RoomCards({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation()
  return (
    <ul className="tiles">
      {rooms.map(({ id, href }) => (
        <li key={id}>
          <a href={href} className="card block h-full p-4 text-ink no-underline hover:bg-sand">
            <span className="block text-lg font-bold text-fire">{t(`desk.room.${id}`)}</span>
            <span className="block text-quiet">{t(`desk.roomText.${id}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
