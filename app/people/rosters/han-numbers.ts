/** Numbers written with Han characters: 十二, 一百零三, 二〇二六. */

const DIGITS = '零一二三四五六七八九'
/** A whole run of them that touches no plain digit: 三2 is left alone. */
const RUN = /(?<![\d零〇一二三四五六七八九十百])[零〇一二三四五六七八九十百]+(?![\d零〇一二三四五六七八九十百])/g

/** Every number in a text as plain digits without zeros at its front; what is no proper number (三二, 百) stays. */
export const evenNumbers = (text: string): string =>
  text.replace(RUN, (run) => String(hanNumber(run) ?? run)).replace(/(?<![\d.])0+(?=\d)/g, '')

/** The value of a number from 0 to 999, or of digits one by one with a zero among them; null for anything else. */
export function hanNumber(text: string): number | null {
  const plain = text.replace(/〇/g, '零')
  if (/^[零一二三四五六七八九]{3,}$/.test(plain) && plain.includes('零') && !plain.startsWith('零'))
    return Number([...plain].map(digitOf).join(''))
  const found = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    plain,
  )
  if (plain === '零') return 0
  if (!found || plain === '') return null
  const [, hundreds, zero, tens, ten, ones] = found
  const needsZero = hundreds !== undefined && ten === undefined && ones !== undefined
  if ((zero !== undefined) !== needsZero) return null
  return 100 * digitOf(hundreds) + 10 * (ten ? digitOf(tens ?? '一') : 0) + digitOf(ones)
}

const digitOf = (sign: string | undefined): number => (sign === undefined ? 0 : DIGITS.indexOf(sign))
