import { z } from 'zod'
import { normalisePersonCode } from '#app/people/rosters/person-code'
import { cleanName } from '#app/people/rosters/person-name'
import type { Typed } from './joining.server'

const text = z.string().max(200)
const schema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('name'), name: text, tail: text }),
  z.object({ way: z.literal('code'), code: text }),
])

/**
 * Reads the form of a joining page: what to look for, and what to show again. What cannot be a name or a code is looked
 * for all the same, so that it is answered like everything else that does not fit. Null for what no such form sends.
 */
export function readJoinForm(
  form: FormData,
): { typed: Typed; shown: { name?: string; tail?: string; code?: string } } | null {
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return null
  const given = parsed.data
  if (given.way === 'code')
    return {
      typed: { way: 'code', code: normalisePersonCode(given.code) ?? '' },
      shown: { code: given.code.slice(0, 30) },
    }
  const tail = given.tail.normalize('NFKC').replace(/\D/g, '').slice(-4)
  return {
    typed: { way: 'name', name: cleanName(given.name), tail },
    shown: { name: given.name.slice(0, 60), tail: given.tail.slice(0, 12) },
  }
}
