/**
 * The codes of places (统计用区划代码): 12 digits, of which 6 are the district's own, 9 the street's, 12 the community's;
 * a grid adds 3 of its own to its community's. So a code says its level and its parent (docs/decisions/013).
 */
import type { Level } from './scope'

export const levels = ['district', 'street', 'community', 'grid'] as const satisfies readonly Level[]

/** The longest name of a place or an organization. */
export const LONGEST_NAME = 60

/** The level a code belongs to; null when it is no code at all. */
export function levelOfCode(code: string): Level | null {
  if (!/^[1-9]\d{11}(\d{3})?$/.test(code) || code.slice(2, 6) === '0000') return null
  const isCommunity = !code.slice(0, 12).endsWith('000')
  if (code.length === 15) return isCommunity && !code.endsWith('000') ? 'grid' : null
  if (isCommunity) return code.slice(6, 9) === '000' ? null : 'community'
  return code.slice(6) === '000000' ? 'district' : 'street'
}

/** The code of the place that contains this one; null for a district. */
export function parentCode({ code, level }: { code: string; level: Level }): string | null {
  if (level === 'grid') return code.slice(0, 12)
  if (level === 'community') return `${code.slice(0, 9)}000`
  return level === 'street' ? `${code.slice(0, 6)}000000` : null
}

/** How far a list indents a place: 0 for a district, 3 for a grid. */
export const depthOf = (level: Level): number => levels.indexOf(level)

/** No province's codes begin so: they are left to the demonstration district. */
export const isDemoCode = (code: string): boolean => code.startsWith('99')

/** What a person typed as a code, without spaces and full-width digits. */
export const normaliseCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')

/** 1.10112E+11: a spreadsheet has thrown the last digits away, and nobody can bring them back. */
export const hasLostDigits = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text)
