import { createHmac } from 'node:crypto'
import { type Keys, keyedHash } from '#app/db/sealed.server'
import { PERSON_CODE_LENGTH, PERSON_CODE_SIGNS } from './person-code'

/**
 * The personal code of a person: made from their id with the district's key whenever it is printed, and kept nowhere.
 * 40 bits: not to be found by trying within the limits of `joinAsPerson`.
 */
export function joinCodeOf({ hash: key }: Keys, personId: string): string {
  const bytes = createHmac('sha256', key).update(`person-code:${personId}`).digest()
  return [...bytes.subarray(0, PERSON_CODE_LENGTH)].map((byte) => PERSON_CODE_SIGNS[byte % 32]).join('')
}

/** What is kept of a personal code, to find whom it belongs to. Takes the code as `normalisePersonCode` gives it. */
export const joinCodeHash = (keys: Keys, code: string): string => keyedHash(keys, 'person-code', code)
