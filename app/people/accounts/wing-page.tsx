import type { Room } from './desk-head'
import { RoomCards } from './room-cards'

/** The page of a wing: its rooms. */
export function WingPage({ title, rooms }: { title: string; rooms: Room[] }) {
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <RoomCards rooms={rooms} />
    </div>
  )
}
