import { type Role, roles } from './roles'

/** The role that the address of a form names, and the words to find its place by; nonsense is as if it were not there. */
export function readChoice(url: string): { role: Role | null; find: string } {
  const { searchParams } = new URL(url)
  return {
    role: roles.find((known) => known === searchParams.get('role')) ?? null,
    find: (searchParams.get('find') ?? '').normalize('NFC').trim().slice(0, 100),
  }
}
