import type { Calibration } from './calibration'
import { requireWeights } from './require-weights'

/**
 * What to do with a stratum in which one first-stage unit was drawn although there are more (or nobody knows).
 * error: refuse the design. adjust: use the squared deviation from the whole sample (conservative).
 * certainty: no variance from this stratum (understates). Best is to merge strata before the analysis.
 */
export type SinglePsuPolicy = 'error' | 'adjust' | 'certainty'

/**
 * Population counts for finite-population corrections.
 * firstStage: number of first-stage units (clusters, or persons when there are none) by stratum, or one number for a
 * sample without strata; Infinity = unknown, or drawn with probability proportional to size.
 * secondStage: row i = number of persons in the population of person i's cluster.
 */
export type PopulationCounts = {
  readonly firstStage: number | Readonly<Record<string, number>>
  readonly secondStage?: readonly number[]
}

/** Parallel arrays, one entry a person. Without strata there is one; without clusters every person is a unit. */
export type DesignInput = {
  readonly weights: readonly number[]
  readonly strata?: readonly (string | number)[]
  readonly clusters?: readonly (string | number)[]
  readonly fpc?: PopulationCounts
  readonly singlePsu?: SinglePsuPolicy
}

/**
 * How a sample was drawn and weighted, as plain data. `weights`, `clusterOf` have one entry a person;
 * `stratumOf`, `personsIn` one a first-stage unit; `unitsIn`, `populationUnits` one a stratum (null = unknown).
 * `calibrations`: what the weights were fitted to, in order; every variance needs it.
 */
export type SurveyDesign = {
  readonly weights: readonly number[]
  readonly clusterOf: readonly number[]
  readonly stratumOf: readonly number[]
  readonly personsIn: readonly number[]
  readonly unitsIn: readonly number[]
  readonly populationUnits: readonly (number | null)[]
  readonly populationPersons: readonly number[] | null
  readonly isClustered: boolean
  readonly singlePsu: SinglePsuPolicy
  readonly calibrations: readonly Calibration[]
  readonly flags: readonly DesignFlag[]
}

/**
 * singlePsu: a stratum with one unit was let pass by policy. wholePopulation: every unit was drawn, so there is no
 * sampling error. marginsRescaled: margins differed in their totals by more than 0.5 %. trimmingUnsettled: weights
 * outside the limits remain after the last round.
 */
export type DesignFlag = 'singlePsu' | 'wholePopulation' | 'marginsRescaled' | 'trimmingUnsettled'

/**
 * A survey design from parallel arrays. Clusters are nested: one id in two strata means two clusters.
 *
 * Throws RangeError for no persons; weights missing, not positive or not finite; arrays of unequal length; a stratum or
 * cluster left empty; population counts missing or below the number drawn; and a stratum (or, with second-stage counts,
 * a cluster) of which one unit was drawn, unless `singlePsu` says what to do or that unit is the whole population.
 * Source: knowledge-rate definitions, section 3 rule 12 and section 4.
 */
export function surveyDesign({ weights, strata, clusters, fpc, singlePsu = 'error' }: DesignInput): SurveyDesign {
  requireWeights(weights)
  const stratum = numbered(labelsOf(strata, weights.length, 'strata'))
  const unit = clusters ? labelsOf(clusters, weights.length, 'clusters') : weights.map((_, person) => `${person}`)
  const cluster = numbered(unit.map((label, person) => `${stratum.numbers[person]}/${label}`))
  const stratumOf = cluster.first.map((person) => stratum.numbers[person]!)
  const unitsIn = counts(stratumOf, stratum.labels.length)
  const personsIn = counts(cluster.numbers, cluster.labels.length)
  const populationUnits = stratum.labels.map((label, index) => unitsOf(fpc, strata && label, unitsIn[index]!))
  const populationPersons = personsOf(fpc, cluster.numbers, personsIn)
  const drawn = { stratumOf, unitsIn, personsIn, populationUnits, populationPersons }
  return {
    weights: [...weights],
    clusterOf: cluster.numbers,
    ...drawn,
    isClustered: clusters !== undefined && personsIn.some((persons) => persons > 1),
    singlePsu,
    calibrations: [],
    flags: flagsOf(drawn, singlePsu),
  }
}

function labelsOf(labels: DesignInput['strata'], length: number, name: string): string[] {
  if (labels === undefined) return new Array<string>(length).fill('')
  if (labels.length !== length) throw new RangeError(`${length} weights, but ${labels.length} ${name}`)
  return Array.from(labels, (label, person) => {
    const isEmpty = label === undefined || label === null || label === '' || Number.isNaN(label)
    if (isEmpty) throw new RangeError(`Person ${person} has no entry in ${name}`)
    return `${label}`
  })
}

/** Labels as numbers from 0 in the order of their first person, who is named in `first`. */
function numbered(labels: readonly string[]): { numbers: number[]; labels: string[]; first: number[] } {
  const numberOf = new Map<string, number>()
  const first: number[] = []
  const numbers = labels.map((label, person) => {
    const known = numberOf.get(label)
    if (known !== undefined) return known
    first.push(person)
    numberOf.set(label, numberOf.size)
    return numberOf.size - 1
  })
  return { numbers, labels: [...numberOf.keys()], first }
}

function counts(groups: readonly number[], length: number): number[] {
  const sizes = Array.from({ length }, () => 0)
  for (const group of groups) sizes[group]! += 1
  return sizes
}

function unitsOf(fpc: PopulationCounts | undefined, stratum: string | undefined, drawn: number): number | null {
  if (fpc === undefined) return null
  const units = countOf(fpc.firstStage, stratum)
  if (units === Number.POSITIVE_INFINITY) return null
  if (units === undefined || !(units >= drawn)) {
    throw new RangeError(`Stratum ${stratum ?? ''} has ${drawn} units in the sample, but ${units} in the population`)
  }
  return units
}

function countOf(firstStage: PopulationCounts['firstStage'], stratum: string | undefined): number | undefined {
  if (typeof firstStage === 'number') {
    if (stratum === undefined) return firstStage
    throw new RangeError('With strata, give the number of units in the population for each stratum')
  }
  if (stratum === undefined) throw new RangeError('Without strata, give one number of units in the population')
  return Object.hasOwn(firstStage, stratum) ? firstStage[stratum] : undefined
}

function personsOf(
  fpc: PopulationCounts | undefined,
  clusterOf: readonly number[],
  personsIn: readonly number[],
): number[] | null {
  const secondStage = fpc?.secondStage
  if (secondStage === undefined) return null
  if (secondStage.length !== clusterOf.length) throw new RangeError('Second-stage counts need one entry a person')
  const persons: number[] = []
  for (const [person, cluster] of clusterOf.entries()) {
    const count = secondStage[person]!
    persons[cluster] ??= count
    const isLegal = count >= personsIn[cluster]! && Number.isFinite(count) && persons[cluster] === count
    if (!isLegal) throw new RangeError(`Person ${person} has no usable count of the persons in the cluster: ${count}`)
  }
  return persons
}

type Drawn = Pick<SurveyDesign, 'stratumOf' | 'unitsIn' | 'personsIn' | 'populationUnits' | 'populationPersons'>

function flagsOf(drawn: Drawn, singlePsu: SinglePsuPolicy): DesignFlag[] {
  const isSingle = hasSingleUnit(drawn)
  if (isSingle && singlePsu === 'error') {
    throw new RangeError('A stratum has only one cluster: merge strata, or choose what singlePsu should do')
  }
  return [...(isSingle ? ['singlePsu' as const] : []), ...(isWhole(drawn) ? ['wholePopulation' as const] : [])]
}

/** A single unit that is the whole population adds no variance and is no fault. */
function hasSingleUnit({ stratumOf, unitsIn, personsIn, populationUnits, populationPersons }: Drawn): boolean {
  const isSingleStratum = (units: number, stratum: number) => units === 1 && populationUnits[stratum] !== 1
  const isSingleCluster = (persons: number, cluster: number) =>
    populationPersons !== null &&
    populationUnits[stratumOf[cluster]!] !== null &&
    persons === 1 &&
    populationPersons[cluster] !== 1
  return unitsIn.some(isSingleStratum) || personsIn.some(isSingleCluster)
}

function isWhole({ unitsIn, personsIn, populationUnits, populationPersons }: Drawn): boolean {
  const isEveryUnitDrawn = unitsIn.every((units, stratum) => units === populationUnits[stratum])
  return (
    isEveryUnitDrawn && personsIn.every((persons, cluster) => persons === (populationPersons?.[cluster] ?? persons))
  )
}
