/** The personal code printed from a roster: eight letters and digits, shown 4-4, none that looks like another. */

/** 32 signs, so that a random byte picks one evenly: no 0 and O, no 1 and I. */
export const PERSON_CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const PERSON_CODE_LENGTH = 8

const CODE = new RegExp(`^[${PERSON_CODE_SIGNS}]{${PERSON_CODE_LENGTH}}$`)

/** Reads what a person typed: small letters, spaces, hyphens and full-width signs are fine. Null when it is no code. */
export function normalisePersonCode(typed: string): string | null {
  const signs = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\-–—.]/g, '')
    .toUpperCase()
  return CODE.test(signs) ? signs : null
}

export const displayPersonCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
