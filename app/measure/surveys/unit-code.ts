/**
 * The code of a unit: four signs and a check sign, printed on paper and typed back in. A single wrong sign and two
 * neighbours that changed places are always noticed.
 */

/** 31 signs, a prime number of them, none taken for another: no 0 and O, no 1, I and L. */
export const UNIT_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const BODY_LENGTH = 4

/**
 * The check sign: the sum of each sign's place in the alphabet times its place in the code, modulo 31. Two codes that
 * differ in one sign, or by neighbours changed, have different sums because 31 is prime (weights 1 to 4 differ).
 */
function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, at) => total + UNIT_SIGNS.indexOf(sign) * (at + 1), 0)
  return UNIT_SIGNS[sum % UNIT_SIGNS.length] ?? ''
}

/** A code that is not in `taken`, from a stream of numbers in [0, 1). */
export function newUnitCode(random: () => number, taken: ReadonlySet<string>): string {
  for (;;) {
    const body = Array.from({ length: BODY_LENGTH }, () => UNIT_SIGNS[Math.floor(random() * UNIT_SIGNS.length)]).join(
      '',
    )
    const code = body + checkSign(body)
    if (!taken.has(code)) return code
  }
}

/** What a person typed as a code: small letters, spaces, hyphens and full-width signs are fine. Null when it is no code. */
export function readUnitCode(typed: string): string | null {
  const code = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\-–—.]/g, '')
    .toUpperCase()
  const isWhole = code.length === BODY_LENGTH + 1 && [...code].every((sign) => UNIT_SIGNS.includes(sign))
  return isWhole && checkSign(code.slice(0, BODY_LENGTH)) === code[BODY_LENGTH] ? code : null
}
