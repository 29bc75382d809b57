/**
 * Drawing the sample: communities within each street, then households (or persons) within each community. The same
 * seed and frame give the same sample.
 */
import { seededRandom } from '#app/statistics/seeded-random'
import { newUnitCode } from './unit-code'
import type { WaveDesign } from './wave'

export type FrameCluster = { id: string; code: string; stratum: string; size: number }

/**
 * `probability`: chance of the community having been drawn, in (0, 1]. `take`: how many of its households are asked.
 */
export type DrawnCluster = { id: string; probability: number; take: number }

/** `number`: which household of the community's list, from 1. `probability`: both stages together. */
export type DrawnUnit = { clusterId: string; number: number; code: string; probability: number }

export type DrawnSample = { clusters: DrawnCluster[]; units: DrawnUnit[] }

type Stage = Pick<WaveDesign, 'clustersPerStratum' | 'takePerCluster'> & { firstStage: 'pps' | 'srs' }

/**
 * PPS: systematic with a random start within each stratum, sorted by code. A community of M_c households of ΣM is drawn
 * with π = k·M_c / ΣM. One that is larger than the interval ΣM / k is hit for certain, perhaps more than once: then
 * π is 1 and its take is multiplied by the hits. So of every household
 *   π = min(1, k·M_c / ΣM) × take / M_c,   take = min(M_c, hits × households per community),
 * which is exact given the hits: weighting by 1/π is unbiased whatever they are.
 * SRS: k of the N communities of the stratum, π = k / N × take / M_c.
 * Where k is at least N all communities are in the sample, with π = 1 and one take each.
 *
 * Households: simple random sample without replacement of the numbers 1…M_c.
 * Source: knowledge-rate definitions, section 5; Hansen and Hurwitz (1943); Madow (1949), systematic sampling.
 */
export function drawSample(frame: readonly FrameCluster[], stage: Stage, seed: string): DrawnSample {
  const strata = new Map<string, FrameCluster[]>()
  const inTurn = frame.toSorted((a, b) => (a.stratum + a.code < b.stratum + b.code ? -1 : 1))
  for (const cluster of inTurn) strata.set(cluster.stratum, [...(strata.get(cluster.stratum) ?? []), cluster])
  const drawn = [...strata].flatMap(([stratum, clusters]) =>
    drawClusters(clusters, stage, seededRandom(`${seed}/clusters/${stratum}`)),
  )
  return { clusters: drawn.map(({ cluster: { id }, ...rest }) => ({ id, ...rest })), units: drawUnits(drawn, seed) }
}

type Drawn = { cluster: FrameCluster; probability: number; take: number }

function drawClusters(clusters: FrameCluster[], stage: Stage, random: () => number): Drawn[] {
  const { firstStage, clustersPerStratum: wanted, takePerCluster } = stage
  const draw = wanted >= clusters.length ? drawAll : firstStage === 'pps' ? drawBySize : drawEqually
  return draw(clusters, wanted, random).map(({ cluster, probability, hits }) => ({
    cluster,
    probability,
    take: Math.min(cluster.size, hits * takePerCluster),
  }))
}

type Hit = { cluster: FrameCluster; probability: number; hits: number }

const drawAll = (clusters: FrameCluster[]): Hit[] => clusters.map((cluster) => ({ cluster, probability: 1, hits: 1 }))

function drawBySize(clusters: FrameCluster[], draws: number, random: () => number): Hit[] {
  const total = clusters.reduce((sum, { size }) => sum + size, 0)
  const start = random()
  // How many of the points (start + 0, 1, 2, …) × total / draws lie below a place on the line of all households.
  const pointsBelow = (place: number) => Math.max(0, Math.ceil((draws * place) / total - start))
  let before = 0
  return clusters.flatMap((cluster) => {
    const hits = pointsBelow(before + cluster.size) - pointsBelow(before)
    before += cluster.size
    return hits > 0 ? [{ cluster, probability: Math.min(1, (draws * cluster.size) / total), hits }] : []
  })
}

function drawEqually(clusters: FrameCluster[], draws: number, random: () => number): Hit[] {
  const numbers = new Set(numbersOf(clusters.length, draws, random))
  const probability = draws / clusters.length
  return clusters.filter((_, at) => numbers.has(at + 1)).map((cluster) => ({ cluster, probability, hits: 1 }))
}

function drawUnits(drawn: Drawn[], seed: string): DrawnUnit[] {
  const codes = seededRandom(`${seed}/codes`)
  const taken = new Set<string>()
  return drawn.flatMap(({ cluster, probability, take }) =>
    numbersOf(cluster.size, take, seededRandom(`${seed}/households/${cluster.code}`)).map((number) => {
      const code = newUnitCode(codes, taken)
      taken.add(code)
      return { clusterId: cluster.id, number, code, probability: (probability * take) / cluster.size }
    }),
  )
}

/** `count` different numbers of 1…`most` in order, each set as likely as any other (Floyd's algorithm; Bentley 1987). */
function numbersOf(most: number, count: number, random: () => number): number[] {
  const chosen = new Set<number>()
  for (let last = most - count + 1; last <= most; last++) {
    const number = 1 + Math.floor(random() * last)
    chosen.add(chosen.has(number) ? last : number)
  }
  return [...chosen].sort((a, b) => a - b)
}

/** Codes alone, for questionnaires that go to nobody in particular. */
export function drawCodes(count: number, seed: string): string[] {
  const random = seededRandom(`${seed}/codes`)
  const taken = new Set<string>()
  while (taken.size < count) taken.add(newUnitCode(random, taken))
  return [...taken]
}

/** How many households such a design asks for at most, so that a slip is noticed before it is drawn. */
export const MOST_UNITS = 20_000
