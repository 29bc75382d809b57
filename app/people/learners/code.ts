/** A code for continuing on another device: ten digits, shown 3-3-4, easy to read aloud and to write down. */

export const CODE_DAYS = 7

/** How many codes there are: every string of ten digits. */
export const CODE_SPACE = 10 ** 10

export const codeFromNumber = (number: number): string => String(number).padStart(10, '0')

/** Reads what a person typed: spaces, hyphens and full-width digits are fine. Null when it is not ten digits. */
export function normaliseCode(typed: string): string | null {
  const digits = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\-–—.]/g, '')
  return /^[0-9]{10}$/.test(digits) ? digits : null
}

export const displayCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`
