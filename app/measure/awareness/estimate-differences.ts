/** Where two results differ. Pure. */

/** Numbers may differ by this share of themselves: the last digits depend on the machine. */
const TOLERANCE = 1e-12

/** One line a difference, with the path to it; empty when both say the same. */
export function differencesBetween(kept: unknown, again: unknown, path = ''): string[] {
  if (typeof kept === 'number' && typeof again === 'number')
    return isClose(kept, again) ? [] : [`${path} is ${kept}, computed again ${again}`]
  if (isObject(kept) && isObject(again)) {
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(again)])]
    return keys.flatMap((key) => differencesBetween(kept[key], again[key], path === '' ? key : `${path}.${key}`))
  }
  return kept === again ? [] : [`${path} is ${JSON.stringify(kept)}, computed again ${JSON.stringify(again)}`]
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other))

/** Lists too: their positions are their keys. */
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
