/**
 * tooHard: facility below 0.20; tooEasy: above 0.95. checkKey: discrimination below 0; review: from 0 to 0.2.
 * fewPersons: n < 50, for orientation only (仅供参考).
 */
export type ItemFlag = 'tooHard' | 'tooEasy' | 'checkKey' | 'review' | 'fewPersons'

export type ItemFigures = {
  readonly facility: number | null
  readonly discrimination: number | null
  readonly n: number
}

/**
 * What an author should look at in one item, from its facilityIndex, its correctedPointBiserial and the number of
 * persons behind them. Figures that are null raise no flag.
 *
 * Throws RangeError unless n is a whole number of at least 0 and the figures are null or finite.
 * Source: knowledge-rate definitions, section 9.
 */
export function itemFlags({ facility, discrimination, n }: ItemFigures): ItemFlag[] {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number of at least 0, not ${n}`)
  for (const figure of [facility, discrimination])
    if (figure !== null && !Number.isFinite(figure))
      throw new RangeError(`A figure of an item must be finite or null, not ${figure}`)
  const flags: ItemFlag[] = []
  if (facility !== null && facility < 0.2) flags.push('tooHard')
  if (facility !== null && facility > 0.95) flags.push('tooEasy')
  if (discrimination !== null && discrimination < 0) flags.push('checkKey')
  else if (discrimination !== null && discrimination < 0.2) flags.push('review')
  if (n < 50) flags.push('fewPersons')
  return flags
}
