/** `residence`: whether the person was confirmed to live here. Several rows may be about one person. */
export type ReachedPerson = {
  readonly person: string | null
  readonly residence: 'confirmed' | 'elsewhere' | 'unknown'
}

/**
 * `value` = `lower`: the confirmed share; `upper` adds those of unknown residence. Shares in [0, 1].
 * confirmed, unknown, elsewhere: persons, each once; unnamed: rows without a person, counted nowhere.
 * noPopulation: population 0. morePersonsThanPopulation: a share above 1 would be nonsense, so all shares are null.
 * upperCapped: confirmed and unknown together exceed the population; upper is 1.
 */
export type EducationRate = {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly confirmed: number
  readonly unknown: number
  readonly elsewhere: number
  readonly unnamed: number
  readonly population: number
  readonly flags: readonly ('noPopulation' | 'morePersonsThanPopulation' | 'upperCapped')[]
}

/**
 * 教育率: distinct residents reached ÷ 常住人口 of the year, as a range where residence is unknown. A count, not a
 * sample: no interval. The population's year and source travel with the figure; the caller keeps them.
 *
 * A person with several rows is confirmed if any says so, else elsewhere if any says so, else unknown.
 * Throws RangeError for a population that is not whole or below 0.
 * Formula: [confirmed, confirmed + unknown] / population. Source: knowledge-rate definitions, section 9.
 */
export function educationRate({
  participation,
  population,
}: {
  readonly participation: readonly ReachedPerson[]
  readonly population: number
}): EducationRate {
  if (!(Number.isSafeInteger(population) && population >= 0))
    throw new RangeError(`A population must be a whole number of at least 0, not ${population}`)
  const residences = residenceOfEach(participation)
  const confirmed = residences.filter((residence) => residence === 'confirmed').length
  const unknown = residences.filter((residence) => residence === 'unknown').length
  const counts = {
    confirmed,
    unknown,
    elsewhere: residences.length - confirmed - unknown,
    unnamed: participation.filter(({ person }) => person === null).length,
    population,
  }
  const nothing = { value: null, lower: null, upper: null, ...counts }
  if (population === 0) return { ...nothing, flags: ['noPopulation'] }
  if (confirmed > population) return { ...nothing, flags: ['morePersonsThanPopulation'] }
  const share = confirmed / population
  const upper = Math.min(1, (confirmed + unknown) / population)
  return {
    value: share,
    lower: share,
    upper,
    ...counts,
    flags: confirmed + unknown > population ? ['upperCapped'] : [],
  }
}

function residenceOfEach(participation: readonly ReachedPerson[]): ReachedPerson['residence'][] {
  const known = new Map<string, ReachedPerson['residence']>()
  for (const { person, residence } of participation) {
    if (person === null) continue
    const before = known.get(person) ?? 'unknown'
    known.set(person, CERTAINTY[residence] > CERTAINTY[before] ? residence : before)
  }
  return [...known.values()]
}

const CERTAINTY = { unknown: 0, elsewhere: 1, confirmed: 2 }
