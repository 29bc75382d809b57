/** Ages that the law draws a line at. Where only the year of birth is known, the youngest possible age counts. */

/** What is known of a birth; `birthDay` is 'YYYY-MM-DD'. */
export type KnownBirth = { birthYear: number; birthDay?: string | undefined }

/**
 * Whether somebody may be under 14 on a day. Data of children under 14 needs their guardian's consent
 * (儿童个人信息网络保护规定 §2 and §9, 2019-10-01; 个人信息保护法 §31).
 */
export const mayBeUnder14 = (birth: KnownBirth, today: string): boolean => mayBeUnder(14, birth, today)

/** Whether somebody may be under 18 on a day (未成年人保护法 §2). Only adults have a duty in organised firefighting (消防法 §5). */
export const isMinor = (birth: KnownBirth, today: string): boolean => mayBeUnder(18, birth, today)

function mayBeUnder(age: number, { birthYear, birthDay }: KnownBirth, today: string): boolean {
  const latest = birthDay ?? `${birthYear}-12-31`
  return today < `${Number(latest.slice(0, 4)) + age}${latest.slice(4)}`
}
