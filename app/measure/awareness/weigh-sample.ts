/** Weighting a sample to the residents of its place: post-stratified or raked, then trimmed. Pure. */
import { collapseCells } from '#app/statistics/collapse-cells'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import { postStratify } from '#app/statistics/post-stratify'
import { rake } from '#app/statistics/rake'
import type { SurveyDesign } from '#app/statistics/survey-design'
import { trimWeights } from '#app/statistics/trim-weights'
import { ageBandsOf, bandOf } from './age-bands'
import type { EstimateInput, Margin, RespondentInput } from './estimate-input'
import { EstimateRefused } from './estimate-problem'
import type { EstimateResult } from './estimate-result'

type Weighed = { design: SurveyDesign; report: Omit<EstimateResult['weights'], 'gapPoints'> }

/** A margin with everybody's cell, after small cells were joined. */
type Fitted = { by: Margin['by']; cells: readonly string[]; totals: Readonly<Record<string, number>>; joined: string[] }

/** Totals of margins may differ by this share of the first without a word, and by that share at all. */
const UNREMARKED = 0.005
const BEARABLE = 0.05
const MOST_FACTOR = 4

/**
 * Throws EstimateRefused where the population does not fit the sample: a street without a count, a cell of people
 * without a respondent, margins too far apart, or weights that do not settle.
 */
export function weighSample(
  design: SurveyDesign,
  respondents: readonly RespondentInput[],
  input: EstimateInput,
): Weighed {
  const margins = marginsFor(input)
  const far = margins.filter((margin) => distance(margin, margins) > UNREMARKED)
  const tooFar = far.find((margin) => distance(margin, margins) > BEARABLE)
  if (tooFar) {
    const percent = (100 * distance(tooFar, margins)).toFixed(1)
    throw new EstimateRefused('marginsApart', { margin: tooFar.by, first: margins[0]?.by ?? '', percent })
  }
  const fitted = margins.map((margin) => fittedMargin(design, respondents, margin, input))
  const weighted = settled(() => calibrated(design, fitted))
  const { trim } = input.settings
  if (trim && !(trim.lower >= 0 && trim.lower < 1 && trim.upper > 1)) throw new EstimateRefused('badTrim')
  const trimmed = trim ? settled(() => trimWeights(weighted, trim)) : null
  const last = trimmed ?? weighted
  return {
    design: last,
    report: {
      kish: kishDesignEffect(last.weights),
      maxOverMean: (Math.max(...last.weights) * last.weights.length) / sum(last.weights),
      trimmed: trimmed ? trimmed.trimming.tooLow + trimmed.trimming.tooHigh : 0,
      trimRounds: trimmed?.trimming.rounds ?? 0,
      collapsed: fitted.flatMap(({ joined }) => joined),
      marginsRescaled: far.map(({ by }) => by),
    },
  }
}

/** The margins that the chosen weighting uses; raking uses all. */
export function marginsFor({ margins, settings: { weighting } }: EstimateInput): Margin[] {
  if (weighting === 'none') return []
  if (margins.length === 0) throw new EstimateRefused('noMargins')
  for (const { by, totals } of margins)
    if (sum(Object.values(totals)) === 0) throw new EstimateRefused('noPopulation', { margin: by })
  return weighting === 'rake' ? margins : margins.slice(0, 1)
}

/** How far the total of a margin is from that of the first, as a share. */
function distance(margin: Margin, [first]: readonly Margin[]): number {
  return first ? Math.abs(totalOf(margin) / totalOf(first) - 1) : 0
}

const totalOf = ({ totals }: Margin): number => sum(Object.values(totals))

/** The cell of a respondent in a margin; '' when what makes it is not known. */
export function cellOf(by: Margin['by'], { sex, age, street }: RespondentInput, input: EstimateInput): string {
  const band = bandOf(ageBandsOf(input.settings.ageBands, input.wave), age)
  if (by === 'street') return street
  if (by === 'sex') return sex
  if (by === 'age') return band
  return sex && band ? `${sex} ${band}` : ''
}

function fittedMargin(
  { weights }: SurveyDesign,
  respondents: readonly RespondentInput[],
  { by, totals }: Margin,
  input: EstimateInput,
): Fitted {
  const cells = respondents.map((respondent) => cellOf(by, respondent, input))
  const unknown = [...new Set(cells.filter((cell) => !Object.hasOwn(totals, cell)))]
  if (unknown.length > 0) throw refusalOf(by, unknown)
  const { fewestPerCell } = input.settings
  const limits = { minRespondents: fewestPerCell, maxFactor: MOST_FACTOR }
  const collapsed = collapseCells(weights, cells, groupsOf(by, totals), limits)
  const present = new Set(collapsed.cells)
  const empty = Object.entries(collapsed.totals).find(([cell, people]) => people > 0 && !present.has(cell))
  if (empty) throw new EstimateRefused('emptyCell', { margin: by, cell: nameOf(empty[0], input), people: empty[1] })
  const peopleless = collapsed.cells.find((cell) => !collapsed.totals[cell])
  if (peopleless !== undefined)
    throw new EstimateRefused('noPopulation', { margin: by, cell: nameOf(peopleless, input) })
  return {
    by,
    cells: collapsed.cells,
    totals: collapsed.totals,
    joined: collapsed.joined.map((parts) => parts.join(' + ')),
  }
}

const nameOf = (cell: string, { streets }: EstimateInput): string => streets[cell] ?? cell

const refusalOf = (by: Margin['by'], cells: string[]): EstimateRefused =>
  by === 'street'
    ? new EstimateRefused('unknownStreet', { count: cells.length, codes: cells.join('、') })
    : new EstimateRefused('noPopulation', { margin: by, cell: cells.join('、') })

/** Bands of age may be joined with their neighbours within a sex; women and men, or two streets, never. */
function groupsOf(by: Margin['by'], totals: Readonly<Record<string, number>>) {
  const cells = Object.entries(totals).map(([cell, total]) => ({ cell, total }))
  if (by === 'age') return [cells]
  if (by !== 'sexAge') return cells.map((cell) => [cell])
  return ['female', 'male'].map((sex) => cells.filter(({ cell }) => cell.startsWith(`${sex} `)))
}

function calibrated(design: SurveyDesign, fitted: readonly Fitted[]): SurveyDesign {
  const [first] = fitted
  if (!first) return design
  return fitted.length === 1 ? postStratify(design, first.cells, first.totals) : rake(design, fitted)
}

/** Margins that contradict each other never settle; that is the data's fault and not the program's. */
function settled<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError && /did not settle/.test(error.message)) throw new EstimateRefused('notSettled')
    throw error
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
