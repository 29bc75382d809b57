/** Who of a wave's responses counts, and with what base weight (knowledge-rate.md, sections 3 and 5). Pure. */
import type { WaveResponse } from '#app/measure/surveys/responses.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { baseWeights } from '#app/statistics/base-weights'
import { selectAttempts } from '#app/statistics/select-attempts'
import type { EstimateInput, RespondentInput } from './estimate-input'
import type { DrawnCluster } from './estimate-input.server'

type Given = {
  wave: Pick<Wave, 'tier' | 'ageFrom' | 'ageTo' | 'design' | 'instrument'>
  instrument: EstimateInput['instrument']
  clusters: readonly DrawnCluster[]
  responses: readonly WaveResponse[]
}
type Found = Pick<EstimateInput, 'respondents' | 'excluded' | 'notes'>

/**
 * Left out and counted: whom nobody drew, in a wave that was drawn (notSampled); ages outside the frame; whoever
 * answered less than half (brokenOff); and everything but the first of a person (repeated).
 */
export function respondentsOf({ wave, instrument, clusters, responses }: Given): Found {
  const sampled = responses.filter(({ tier }) => wave.tier === 'Q' || tier === 'P')
  const inFrame = sampled.filter(({ age }) => age === null || (age >= wave.ageFrom && age <= wave.ageTo))
  const attempts = inFrame.map((response) => ({
    response,
    person: response.personKey ?? response.id,
    at: response.submittedAt.getTime(),
    isValid: 2 * response.answered >= response.asked,
  }))
  const { selected, excluded } = selectAttempts(attempts, { rule: 'survey' })
  const kept = selected.map(({ response }) => response)
  const weighed = weightsOf(kept, wave, clusters)
  const counts = {
    notSampled: responses.length - sampled.length,
    outOfFrame: sampled.length - inFrame.length,
    brokenOff: excluded.invalid,
    repeated: excluded.repeated,
  }
  return {
    respondents: kept.map((response, at) => ({
      ...answersOf(response, wave, instrument),
      ...placeInSample(response, clusters),
      weight: weighed.weights[at] ?? null,
      sex: response.sex ?? '',
      age: response.age,
      mode: response.mode ?? '',
      ...personOf(response),
    })),
    excluded: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    notes: weighed.notes,
  }
}

/** What makes the same person known again in a follow-up; nothing where nobody could tell. */
function personOf({ unitId, personKey }: WaveResponse): Pick<RespondentInput, 'person'> {
  const person = unitId ?? personKey
  return person === null ? {} : { person }
}

function answersOf(
  { answers }: WaveResponse,
  { instrument: frozen }: Given['wave'],
  { items, otherItems }: EstimateInput['instrument'],
): Pick<RespondentInput, 'answers' | 'others'> {
  const signOf = (id: string): string => {
    const answer = answers.get(id)
    if (!answer) return '.'
    if (answer.optionId === null) return '-'
    if (answer.optionId === frozen.unsure) return 'u'
    return answer.correct ? '1' : '0'
  }
  return {
    answers: items.map(({ id }) => signOf(id)).join(''),
    others: otherItems.map(({ id }) => frozen.background.items[id]?.scores?.[answers.get(id)?.optionId ?? ''] ?? null),
  }
}

/** As it was drawn here, or as the file from elsewhere says; the stratum of a community is its street. */
function placeInSample(
  { clusterId, stratum, cluster, regionCode, regionLevel }: WaveResponse,
  clusters: readonly DrawnCluster[],
): Pick<RespondentInput, 'stratum' | 'cluster' | 'street'> {
  const drawn = clusters.find(({ id }) => id === clusterId)
  if (drawn) return { stratum: drawn.stratum, cluster: drawn.code, street: drawn.stratum }
  const street = regionCode !== null && regionLevel !== 'district' ? `${regionCode.slice(0, 9)}000` : ''
  return { stratum: stratum ?? '', cluster: cluster ?? '', street }
}

type Weighed = { weights: (number | null)[]; notes: Record<string, number> }

/**
 * Drawn here: 1/π × eligible persons × eligible households drawn ÷ households that answered, within the community. From a
 * file: as it says; where it says nothing of anybody, all count alike and the page is told.
 */
function weightsOf(
  kept: readonly WaveResponse[],
  { tier, design }: Given['wave'],
  clusters: readonly DrawnCluster[],
): Weighed {
  const communities = new Map(clusters.map((cluster) => [cluster.id, cluster]))
  const drawnHere = tier === 'P' && design.firstStage !== 'none'
  if (!drawnHere || kept.length === 0) {
    const given = kept.map(({ weight }) => weight)
    const isSilent = given.every((weight) => weight === null)
    return {
      weights: isSilent ? given.map(() => 1) : given,
      notes: isSilent && tier === 'P' && kept.length > 0 ? { noWeights: kept.length } : {},
    }
  }
  // A follow-up knows from the wave before among how many its person was chosen.
  const isKish = design.household !== 'persons'
  const persons = kept.map(({ clusterId, eligible }) => ({
    community: clusterId ?? '',
    eligible: isKish ? (eligible ?? 1) : 1,
  }))
  const draws = Object.fromEntries(
    clusters.map(({ id, probability, size, drawn }) => [id, { probability, population: size, drawn }]),
  )
  const { weights } = baseWeights(persons, draws)
  const unknown = design.household === 'kish' ? kept.filter(({ eligible }) => eligible === null).length : 0
  return {
    weights: weights.map((weight, at) => {
      const community = communities.get(kept[at]?.clusterId ?? '')
      // An empty house is no household that kept silent; whoever has left a panel is lost, and no empty house.
      return community && design.household !== 'same'
        ? (weight * (community.drawn - community.notEligible)) / community.drawn
        : weight
    }),
    notes: unknown > 0 ? { eligibleUnknown: unknown } : {},
  }
}
