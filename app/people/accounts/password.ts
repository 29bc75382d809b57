/** What a password must be. Length counts; a mix of signs does not (NIST SP 800-63B, 5.1.1.2). */

export const PASSWORD_LEAST = 10
const PASSWORD_MOST = 200

/** Begins of passwords that are tried first; compared without digits and signs at the end. */
const COMMON = [
  'password',
  'qwerty',
  'asdfgh',
  'zxcvbn',
  'admin',
  'administrator',
  'zhihuo',
  'xiaofang',
  'woaini',
  'abc',
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
  '',
]

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooCommon' | 'isLogin'

/** What is wrong with a new password; null when it may be used. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const length = [...password].length
  if (length < PASSWORD_LEAST) return 'tooShort'
  if (length > PASSWORD_MOST) return 'tooLong'
  const word = password.toLowerCase()
  if (login !== '' && word.includes(login.toLowerCase())) return 'isLogin'
  const isOneSign = new Set(word).size < 4
  return isOneSign || isRow(word) || COMMON.includes(word.replace(/[\d\W_]+$/u, '')) ? 'tooCommon' : null
}

/** 1234567890, abcdefghij, 0987654321: each sign is the neighbour of the one before. */
function isRow(word: string): boolean {
  const steps = [...word].slice(1).map((sign, index) => (sign.codePointAt(0) ?? 0) - (word.codePointAt(index) ?? 0))
  return steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1
}
