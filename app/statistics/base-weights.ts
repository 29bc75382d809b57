import { isMeasurable } from './is-measurable'

/**
 * How one community was worked. `probability`: of drawing it (1 in a simple random or stratified sample of persons, see
 * ppsProbability for a draw by size). `population`: what persons or households were drawn from; `drawn`: how many were.
 */
export type CommunityDraw = {
  readonly probability: number
  readonly population: number
  readonly drawn: number
}

/**
 * One respondent. `eligible`: members of the household among whom one was chosen, by Kish grid, say; 1 when left out.
 */
export type Selected = { readonly community: string | number; readonly eligible?: number }

/** One entry a respondent: the weight and the three factors it is made of. */
export type BaseWeights = {
  readonly weights: readonly number[]
  readonly selection: readonly number[]
  readonly household: readonly number[]
  readonly nonResponse: readonly number[]
}

/**
 * Weights from the probabilities of selection: how many persons of the population each respondent stands for.
 *
 * weight = 1/(probability · drawn/population) × eligible × drawn/respondents of the community. The first factor is the
 * selection, the second the household, the third the non-response within the community.
 *
 * Throws RangeError for no respondents, an unknown community, a probability outside (0, 1], counts that are not whole
 * or not in the order respondents ≤ drawn ≤ population, and a number of eligible members that is not whole and
 * positive.
 * Source: knowledge-rate definitions, section 5; Kish (1965), Survey Sampling, 11.3.
 */
export function baseWeights(
  persons: readonly Selected[],
  communities: Readonly<Record<string, CommunityDraw>>,
): BaseWeights {
  if (persons.length === 0) throw new RangeError('There is no respondent to weight')
  const respondents = new Map<string, number>()
  for (const { community } of persons) respondents.set(`${community}`, (respondents.get(`${community}`) ?? 0) + 1)
  const factors = new Map([...respondents].map(([id, count]) => [id, factorsOf(id, communities, count)]))

  const selection = persons.map(({ community }) => factors.get(`${community}`)!.selection)
  const household = persons.map(({ eligible = 1 }, person) => householdFactor(eligible, person))
  const nonResponse = persons.map(({ community }) => factors.get(`${community}`)!.nonResponse)
  const weights = selection.map((factor, person) => factor * household[person]! * nonResponse[person]!)
  return { weights, selection, household, nonResponse }
}

function factorsOf(id: string, communities: Readonly<Record<string, CommunityDraw>>, respondents: number) {
  const draw = Object.hasOwn(communities, id) ? communities[id] : undefined
  if (draw === undefined) throw new RangeError(`Nothing is known of how community ${id} was drawn`)
  const { probability, population, drawn } = draw
  if (!(probability > 0 && probability <= 1 && isMeasurable(probability))) {
    throw new RangeError(`The probability of community ${id} must lie in (0, 1], not ${probability}`)
  }
  const areCounts = Number.isSafeInteger(population) && Number.isSafeInteger(drawn)
  if (!(areCounts && respondents <= drawn && drawn <= population)) {
    throw new RangeError(`Community ${id} has ${respondents} respondents of ${drawn} drawn of ${population}`)
  }
  return { selection: population / (probability * drawn), nonResponse: drawn / respondents }
}

function householdFactor(eligible: number, person: number): number {
  if (Number.isSafeInteger(eligible) && eligible > 0) return eligible
  throw new RangeError(`Person ${person} was chosen among ${eligible} members of the household`)
}
