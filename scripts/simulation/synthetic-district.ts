import { normalQuantile } from '#app/statistics/normal-quantile'
import { seededRandom } from '#app/statistics/seeded-random'

/**
 * A district that does not exist, of which everything is known. Lists have one entry a person, except `communities`.
 * `age`: 0 for 18–44, 1 for 45–59, 2 for 60 and above. `scores`: ITEMS entries a person, one after the other.
 */
export type District = {
  readonly communities: readonly Community[]
  readonly street: Uint8Array
  readonly isMale: Uint8Array
  readonly age: Uint8Array
  readonly scores: Uint8Array
  readonly truth: { readonly overall: number; readonly mastery: number }
}

/** Household h consists of the persons from households[h] up to, and without, households[h + 1]. */
export type Community = { readonly id: string; readonly street: string; readonly households: readonly number[] }

export const ITEMS = 20
/** Right answers that mastery takes: 80 % of the items. */
const ENOUGH = 16

/**
 * Streets with `communities` communities each, of 40 to 520 households of one to five adults. Whether a person knows an
 * item is drawn with the probability 1 / (1 + e^(difficulty − knowledge)); knowledge adds up what street, community and
 * household share, what goes with age and sex, and what is the person's own.
 */
export function syntheticDistrict(seed: string, { streets = 8, communities = 40 } = {}): District {
  const random = seededRandom(seed)
  const normal = (spread: number) => spread * normalQuantile((random() * 2 ** 32 + 0.5) / (2 ** 32 + 1))
  const street: number[] = []
  const isMale: number[] = []
  const age: number[] = []
  const scores: number[] = []

  const household = (at: number, shared: number): number => {
    const own = shared + normal(SPREAD.household)
    // Old people live alone more often.
    const isOld = random() < 0.3
    const adults = pick(isOld ? [0.35, 0.5, 0.1, 0.05] : [0.15, 0.45, 0.2, 0.15, 0.05], random()) + 1
    for (let member = 0; member < adults; member += 1) {
      const male = Number(random() < 0.5)
      const band = isOld ? 2 : pick([0.62, 0.32, 0.06], random())
      const knowledge = own + normal(SPREAD.person) + AGE_EFFECT[band]! + (male ? 0 : 0.15)
      street.push(at)
      isMale.push(male)
      age.push(band)
      for (const difficulty of DIFFICULTIES) scores.push(Number(random() < 1 / (1 + Math.exp(difficulty - knowledge))))
    }
    return street.length
  }

  const made = Array.from({ length: streets }, (_, at) => {
    const streetEffect = normal(SPREAD.street)
    return Array.from({ length: communities }, (_, number) => {
      const shared = streetEffect + normal(SPREAD.community)
      const size = 40 + Math.floor(480 * random() ** 2)
      const starts = [street.length]
      for (let count = 0; count < size; count += 1) starts.push(household(at, shared))
      return { id: `${at}-${number}`, street: `${at}`, households: starts }
    })
  }).flat()
  return {
    communities: made,
    street: Uint8Array.from(street),
    isMale: Uint8Array.from(isMale),
    age: Uint8Array.from(age),
    scores: Uint8Array.from(scores),
    truth: truthOf(scores),
  }
}

/** Which share a number in [0, 1) falls into. */
function pick(shares: readonly number[], random: number): number {
  let left = random
  const found = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return found < 0 ? shares.length - 1 : found
}

function truthOf(scores: readonly number[]): District['truth'] {
  let right = 0
  let masters = 0
  for (let start = 0; start < scores.length; start += ITEMS) {
    let own = 0
    for (let item = start; item < start + ITEMS; item += 1) own += scores[item]!
    right += own
    masters += Number(own >= ENOUGH)
  }
  return { overall: right / scores.length, mastery: (masters * ITEMS) / scores.length }
}

/** Standard deviations of what persons share and do not share. */
const SPREAD = { street: 0.2, community: 0.35, household: 0.4, person: 0.7 }
const AGE_EFFECT = [0.3, 0, -0.6]
/** From an item that nearly everybody knows to one that few know. */
const DIFFICULTIES = Array.from({ length: ITEMS }, (_, item) => -2.8 + (3.4 * item) / (ITEMS - 1))
