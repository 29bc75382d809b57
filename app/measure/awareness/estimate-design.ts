/** How the sample of a wave was drawn, for the variances. Pure. */
import { type PopulationCounts, type SurveyDesign, surveyDesign } from '#app/statistics/survey-design'
import type { EstimateInput, RespondentInput } from './estimate-input'
import { EstimateRefused } from './estimate-problem'

/**
 * The design of the sample before any weighting to a population: streets are strata, communities the units. Where every
 * community of the sample was sure to be drawn, nothing varies between them: then they are the strata, and their
 * respondents the units. Where only some were, they stay units like the others, which errs on the side of caution.
 * Throws EstimateRefused for weights, strata or clusters that are missing or senseless, and strata of one cluster.
 */
export function estimateDesign(input: EstimateInput, respondents: readonly RespondentInput[]): SurveyDesign {
  const weights = respondents.map(({ weight }) => weight ?? Number.NaN)
  const bad = weights.filter((weight) => !(weight > 0 && Number.isFinite(weight))).length
  if (bad > 0) throw new EstimateRefused('badWeight', { count: bad })
  // Whoever chose to answer is no sample: their weights matter, and nothing else.
  if (input.wave.tier === 'Q') return surveyDesign({ weights, singlePsu: 'certainty' })

  const strata = labels(respondents, 'stratum')
  const clusters = labels(respondents, 'cluster')
  const split = strata && clusters ? splitOff(input, strata, clusters) : { strata, clusters, personsOf: null }
  const { singlePsu } = input.settings
  requireTwoClusters(split.strata, split.clusters, input)
  return surveyDesign({
    weights,
    strata: split.strata ?? undefined,
    clusters: split.clusters ?? undefined,
    fpc: populationOf(input, split),
    singlePsu,
  })
}

/** Null when nobody has one. */
function labels(respondents: readonly RespondentInput[], of: 'stratum' | 'cluster'): string[] | null {
  const given = respondents.map((respondent) => respondent[of])
  const missing = given.filter((label) => label === '').length
  if (missing === given.length) return null
  if (missing > 0) throw new EstimateRefused(of === 'stratum' ? 'missingStratum' : 'missingCluster', { count: missing })
  return given
}

/** `personsOf`: persons of the clusters that were made strata, by the name of the new stratum. */
type Split = { strata: string[] | null; clusters: string[] | null; personsOf: Map<string, number> | null }

function splitOff({ clusters: known }: EstimateInput, strata: string[], clusters: string[]): Split {
  const personsIn = countBy(clusters)
  const areAllCertain = [...personsIn].every(([cluster, persons]) => known[cluster]?.isCertain && persons >= 2)
  if (!areAllCertain) return { strata, clusters, personsOf: null }
  const names = strata.map((stratum, at) => `${stratum} ${clusters[at]}`)
  return {
    strata: names,
    clusters: strata.map((_, at) => `${at}`),
    personsOf: new Map(names.map((name, at) => [name, known[clusters[at] ?? '']?.size ?? 0])),
  }
}

/**
 * Counts for the finite population correction. A street drawn by size has none; nor has one of which a community has
 * only one respondent, for then what varies within communities cannot be told.
 */
function populationOf(input: EstimateInput, { strata, clusters, personsOf }: Split): PopulationCounts | undefined {
  const { frameUnits, clusters: known } = input
  const units = frameUnits ?? {}
  if (!frameUnits && !personsOf?.size) return undefined
  if (!strata) return units[''] ? { firstStage: units[''] } : undefined
  const drawn = clustersIn(strata, clusters)
  const personsIn = countBy(strata.map((stratum, at) => `${stratum} ${clusters?.[at] ?? at}`))
  const sizes = strata.map((stratum, at) => (personsOf?.has(stratum) ? 1 : (known[clusters?.[at] ?? '']?.size ?? null)))
  const isBearable = (stratum: string) =>
    strata.every((own, at) => {
      const persons = personsIn.get(`${own} ${clusters?.[at] ?? at}`) ?? 0
      return own !== stratum || sizes[at] === null || (persons > 1 && persons <= (sizes[at] ?? 0))
    })
  const firstStage = Object.fromEntries(
    [...drawn].map(([stratum, count]) => {
      const own = personsOf?.get(stratum)
      const total = own ?? (isBearable(stratum) ? units[stratum] : undefined) ?? Number.POSITIVE_INFINITY
      return [stratum, total < count ? Number.POSITIVE_INFINITY : total]
    }),
  )
  const hasSizes = sizes.every((size) => size !== null)
  // Where there is no correction, the second stage is in the variance of the first already.
  const secondStage = sizes.map((size, at) =>
    Math.max(size ?? 1, personsIn.get(`${strata[at]} ${clusters?.[at] ?? at}`) ?? 1),
  )
  return hasSizes && clusters ? { firstStage, secondStage } : { firstStage }
}

function requireTwoClusters(strata: string[] | null, clusters: string[] | null, input: EstimateInput): void {
  if (input.settings.singlePsu !== 'error') return
  if (!strata && (!clusters || new Set(clusters).size > 1)) return
  const alone = [...clustersIn(strata ?? (clusters ?? []).map(() => ''), clusters)].filter(
    ([stratum, count]) => count === 1 && input.frameUnits?.[stratum] !== 1,
  )
  const names = alone.map(([stratum]) => input.streets[stratum] ?? stratum)
  if (names.length > 0) throw new EstimateRefused('singlePsu', { count: names.length, strata: names.join('、') })
}

function clustersIn(strata: string[], clusters: string[] | null): Map<string, number> {
  const sets = new Map<string, Set<string>>()
  for (const [at, stratum] of strata.entries())
    sets.set(stratum, (sets.get(stratum) ?? new Set()).add(clusters?.[at] ?? `${at}`))
  return new Map([...sets].map(([stratum, own]) => [stratum, own.size]))
}

function countBy(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
