import type { Account } from './account'
import { type Capability, may } from './roles'

/** What the frame of a desk page shows: who is signed in, and where they may go. Every desk loader returns it as `desk`. */
export type DeskHead = { name: string; role: Account['role']; scopeName: string | null; wings: Wing[] }

export type Wing = { id: WingId; href: string; rooms: Room[] }
export type WingId = 'people' | 'learn' | 'reach' | 'measure'
export type Room = { id: RoomId; href: string }
export type RoomId =
  | 'places'
  | 'organizations'
  | 'rosters'
  | 'imports'
  | 'accounts'
  | 'audit'
  | 'content'
  | 'feedback'
  | 'surveys'
  | 'interviews'
  | 'estimates'
  | 'items'
  | 'rates'

/** One entry of the menu for each wing that has a desk; rooms appear here as they are built. */
const WINGS: { id: WingId; rooms: (Room & { needs: Capability })[] }[] = [
  {
    id: 'people',
    rooms: [
      { id: 'rosters', href: '/desk/rosters', needs: 'rosters.read' },
      { id: 'imports', href: '/desk/imports', needs: 'rosters.write' },
      { id: 'organizations', href: '/desk/organizations', needs: 'organizations.read' },
      { id: 'places', href: '/desk/places', needs: 'places.read' },
      { id: 'accounts', href: '/desk/accounts', needs: 'accounts.manage' },
      { id: 'audit', href: '/desk/audit', needs: 'audit.read' },
    ],
  },
  { id: 'learn', rooms: [{ id: 'content', href: '/desk/content', needs: 'content.read' }] },
  { id: 'reach', rooms: [{ id: 'feedback', href: '/desk/feedback', needs: 'feedback.read' }] },
  {
    id: 'measure',
    rooms: [
      { id: 'surveys', href: '/desk/surveys', needs: 'surveys.read' },
      { id: 'interviews', href: '/desk/interviews', needs: 'surveys.interview' },
      { id: 'estimates', href: '/desk/estimates', needs: 'surveys.read' },
      { id: 'rates', href: '/desk/rates', needs: 'rates.read' },
      { id: 'items', href: '/desk/items', needs: 'items.read' },
    ],
  },
]

/** The wings and rooms that an account may open. */
export function deskHead({ name, role, scopeName }: Account): DeskHead {
  const wings = WINGS.map(({ id, rooms }) => ({
    id,
    href: `/desk/${id}`,
    rooms: rooms.filter(({ needs }) => may(role, needs)).map((room) => ({ id: room.id, href: room.href })),
  })).filter(({ rooms }) => rooms.length > 0)
  return { name, role, scopeName, wings }
}

/** The wing that a path of the desk belongs to. */
export function wingAt({ wings }: DeskHead, path: string): Wing | null {
  const isIn = (href: string) => path === href || path.startsWith(`${href}/`)
  return wings.find(({ href, rooms }) => isIn(href) || rooms.some((room) => isIn(room.href))) ?? null
}
