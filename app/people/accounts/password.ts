/** What a password must be. Length counts; a mix of signs does not (NIST SP 800-63B, 5.1.1.2). */

export const PASSWORD_LEAST = 10
export const PASSWORD_MOST = 200

/** Words that are tried first, also with digits and signs behind them. */
const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'admin',
  'administrator',
  'zhihuo',
  'xiaofang',
  'woaini',
  'abc',
  'abcd',
  'iloveyou',
  'welcome',
  'letmein',
  'dragon',
  'aa',
  'a',
  'qq',
  'qaz',
  'wsx',
  'qazwsx',
  'qwer',
  'asdf',
  '知火',
  '消防',
  '我爱你',
  '',
]

export const passwordFaults = ['tooShort', 'tooLong', 'tooCommon', 'isLogin'] as const
export type PasswordFault = (typeof passwordFaults)[number]

/** A password as it is hashed: the same whichever keyboard wrote it (full-width letters, composed accents). */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC')

/** What is wrong with a new password; null when it may be used. */
export function passwordFault(typed: string, login: string): PasswordFault | null {
  // Checked first: a huge text is not worth the rest.
  if (typed.length > 2 * PASSWORD_MOST) return 'tooLong'
  const word = normalisePassword(typed).toLowerCase()
  const length = [...word].length
  if (length < PASSWORD_LEAST) return 'tooShort'
  if (length > PASSWORD_MOST) return 'tooLong'
  if (login !== '' && word.includes(login.toLowerCase())) return 'isLogin'
  const hasFewSigns = new Set(word).size < 4
  return hasFewSigns || isRow(word) || isCommon(word) ? 'tooCommon' : null
}

/** Known words with digits or signs around them; digits alone, a phone number among them. */
const isCommon = (word: string): boolean =>
  COMMON.includes(word.replace(/^[\p{N}\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu, ''))

/** 1234567890, abcdefghij, 0987654321: each sign is the neighbour of the one before. */
function isRow(word: string): boolean {
  const codes = [...word].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1
}
