/**
 * Whose data an account may see: a region with everything below it, or one organization. Region codes say where a
 * region stands, so "below" is "begins with" (docs/decisions/013).
 */
export type Scope = { kind: 'region'; prefix: string } | { kind: 'organization'; organizationId: string }

export type Level = 'district' | 'street' | 'community' | 'grid'

/** How many digits of a code stand for a region of this level; what follows is zeros, or belongs to places below. */
const DIGITS: Record<Level, number> = { district: 6, street: 9, community: 12, grid: 15 }

/** What the codes of a region and of all below it begin with. */
export const codePrefix = ({ code, level }: { code: string; level: Level }): string => code.slice(0, DIGITS[level])

/** Everything in the district. */
export const wholeDistrict: Scope = { kind: 'region', prefix: '' }
