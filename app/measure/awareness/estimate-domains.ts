/** The two rates of parts of a sample. The whole sample stays in every variance; small parts are hidden. Pure. */
import type { RateDefinition } from '#app/statistics/estimate'
import { hideSmallCells } from '#app/statistics/hide-small-cells'
import { type PersonTotals, personTotals } from '#app/statistics/person-totals'
import { rateEstimate } from '#app/statistics/rate-estimate'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { ageBandsOf, bandOf } from './age-bands'
import { figureOf, isSampled, masteryRule, type Sample } from './estimate-figures'
import type { DomainFigure, EstimateResult, Figure } from './estimate-result'
import { FEWEST_SHOWN } from './share'

/** What each person adds to a rate; null for who is left out. Made once for all parts. */
type Totals = readonly (PersonTotals | null)[]

/** By street, sex and band of age. */
export function domainsOf(sample: Sample): EstimateResult['domains'] {
  const { input, respondents } = sample
  const bands = ageBandsOf(input.settings.ageBands, input.wave)
  const totals = rateTotals(sample)
  const by = (keyOf: string[]) => domainsBy(sample, keyOf, totals)
  return {
    street: by(respondents.map(({ street }) => street)),
    sex: by(respondents.map(({ sex }) => sex)),
    age: by(respondents.map(({ age }) => bandOf(bands, age))),
  }
}

/** What each person adds to both rates. */
export function rateTotals({ input, rows }: Pick<Sample, 'input' | 'rows'>): { overall: Totals; mastery: Totals } {
  const rule = masteryRule(input)
  const overall = rows.map((row) => (row.excluded ? null : personTotals(row)))
  return { overall, mastery: overall.map((totals, at) => totals && knowsEnough(totals, rows[at], rule)) }
}

/** As masteryRate has it: the cut in whole numbers, and every must-know item that was asked. */
export function knowsEnough(
  { points, administered }: PersonTotals,
  row: RespondentRow | undefined,
  { cut, mustKnow }: ReturnType<typeof masteryRule>,
): PersonTotals {
  const knows = 100 * points >= cut * administered && mustKnow.every((position) => row?.scores[position] !== 0)
  return { points: Number(knows), administered: 1 }
}

function domainsBy(
  sample: Sample,
  keyOf: readonly string[],
  totals: { overall: Totals; mastery: Totals },
): DomainFigure[] {
  const found = [...new Set(keyOf)].sort().map((key) => {
    const domain = keyOf.map((own) => own === key)
    return {
      key,
      overall: partFigure(sample, totals.overall, domain, 'overallRate'),
      mastery: partFigure(sample, totals.mastery, domain, 'masteryRate'),
    }
  })
  const hidden = hideSmallCells(
    found.map(({ overall }) => overall.n),
    { k: FEWEST_SHOWN },
  )
  return found.map((part, at) =>
    hidden[at] ? { key: part.key, overall: HIDDEN, mastery: HIDDEN, hidden: true } : { ...part, hidden: false },
  )
}

function partFigure(sample: Sample, totals: Totals, domain: boolean[], definition: RateDefinition): Figure {
  const excluded = { notAdministered: 0, brokenOff: 0, incomplete: 0 }
  const meaning = { definition, excluded, isBinary: definition === 'masteryRate' }
  const estimate = rateEstimate(totals, meaning, sample.design, { interval: isSampled(sample), domain })
  const own = totals.filter((person, at) => person !== null && domain[at] === true)
  const sum = (of: keyof PersonTotals) => own.reduce((total, person) => total + (person?.[of] ?? 0), 0)
  return figureOf(sample, estimate, own.length === 0 ? null : sum('points') / sum('administered'))
}

const HIDDEN: Figure = {
  value: null,
  se: null,
  interval: null,
  n: 0,
  nEff: null,
  deff: null,
  df: null,
  unweighted: null,
  flags: ['hidden'],
}
