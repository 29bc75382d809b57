import { drawSample, type FrameCluster } from '#app/measure/surveys/draw-sample'
import { baseWeights } from '#app/statistics/base-weights'
import type { Margin } from '#app/statistics/margin'
import { seededRandom } from '#app/statistics/seeded-random'
import { type SurveyDesign, surveyDesign } from '#app/statistics/survey-design'
import type { Community, District } from './synthetic-district'

/** Who answered, and how they were drawn and weighted: row i of the design is person i of the list. */
export type Sample = { readonly persons: readonly number[]; readonly design: SurveyDesign }

/** Communities in each street, households in each community. */
export const STAGE = { firstStage: 'pps', clustersPerStratum: 6, takePerCluster: 12 } as const
const SIMPLE_SIZE = 400

/** Share that answers, by sex (women first) and age: older people are at home, younger men are not. */
const ANSWERING = [
  [0.7, 0.75, 0.85],
  [0.5, 0.6, 0.8],
] as const

/** A simple random sample of persons, all of whom answer. */
export function simpleSample({ age }: District, seed: string, size = SIMPLE_SIZE): Sample {
  const random = seededRandom(seed)
  const persons = new Set<number>()
  while (persons.size < size) persons.add(Math.floor(random() * age.length))
  return { persons: [...persons], design: surveyDesign({ weights: new Array<number>(size).fill(1) }) }
}

/**
 * Communities by size within streets as `drawSample` draws them, households within, one adult of each household, with
 * base weights. `answering`: whether the person answers. The population of communities is left out, as it is in a wave
 * by size.
 */
export function clusterSample(district: District, seed: string, answering: (person: number) => boolean): Sample {
  const random = seededRandom(`${seed}/adults`)
  const byId = new Map(district.communities.map((community) => [community.id, community]))
  const drawn = drawSample(frameOf(district), STAGE, seed)
  const asked = drawn.units.map(({ clusterId, number }) => {
    const { street, households } = byId.get(clusterId)!
    const [start, end] = [households[number - 1]!, households[number]!]
    const person = start + Math.floor(random() * (end - start))
    return { person, community: clusterId, street, eligible: end - start }
  })
  const respondents = asked.filter(({ person }) => answering(person))
  const draws = drawn.clusters.map(({ id, probability, take }) => {
    return [id, { probability, population: sizeOf(byId.get(id)!), drawn: take }] as const
  })
  const design = surveyDesign({
    weights: baseWeights(respondents, Object.fromEntries(draws)).weights,
    strata: respondents.map(({ street }) => street),
    clusters: respondents.map(({ community }) => community),
  })
  return { persons: respondents.map(({ person }) => person), design }
}

/** Answers by chance, at the rate of one's sex and age. */
export function answersByChance({ isMale, age }: District, seed: string): (person: number) => boolean {
  const random = seededRandom(`${seed}/answering`)
  return (person) => random() < ANSWERING[isMale[person] ? 1 : 0][age[person] as 0 | 1 | 2]
}

/** What a census says of the district, and where each of the persons belongs in it. */
export function marginOf(district: District, persons: readonly number[], cellOf: (person: number) => string): Margin {
  return { cells: persons.map(cellOf), totals: totalsOf(district, cellOf) }
}

const known = new WeakMap<(person: number) => string, Record<string, number>>()

/** Counted once for each way of making cells: it goes through everybody. */
function totalsOf({ age }: District, cellOf: (person: number) => string): Record<string, number> {
  const totals = known.get(cellOf) ?? {}
  if (!known.has(cellOf)) {
    for (let person = 0; person < age.length; person += 1) totals[cellOf(person)] = (totals[cellOf(person)] ?? 0) + 1
    known.set(cellOf, totals)
  }
  return totals
}

function frameOf({ communities }: District): FrameCluster[] {
  return communities.map((community) => ({
    id: community.id,
    code: community.id,
    stratum: community.street,
    size: sizeOf(community),
  }))
}

function sizeOf({ households }: Community): number {
  return households.length - 1
}
