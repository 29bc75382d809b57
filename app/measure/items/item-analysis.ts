/**
 * How well questions do their work: too easy, too hard, a suspect key, hardly separating, options that nobody takes
 * (field-notes.md, section 4). First attempts only; unweighted, because it is about the questions and not the district. Pure.
 */
import { alphaInterval } from '#app/statistics/alpha-interval'
import { correctedPointBiserial } from '#app/statistics/corrected-point-biserial'
import { distractorTable } from '#app/statistics/distractor-table'
import { facilityIndex } from '#app/statistics/facility-index'
import { kr20 } from '#app/statistics/kr20'

export type AnalysedItem = {
  id: string
  stem: string
  /** Null for an ordering, which has no options to choose from. */
  options: { id: string; text: string }[] | null
  correct: string[]
  /** 不清楚, where it is an option: nobody needs to take it. */
  unsure: string | null
}

/** What one person made of the items they were given, by item. */
export type AnalysedPaper = ReadonlyMap<string, { chosen: readonly string[]; correct: boolean }>

/** hidden: fewer than 10, not even their number is shown. few: fewer than 30, no figures. rough: fewer than 50, 仅供参考. */
export type Footing = 'hidden' | 'few' | 'rough' | 'firm'

export const verdicts = ['checkKey', 'tooHard', 'tooEasy', 'weak', 'deadOptions', 'fine'] as const
export type Verdict = (typeof verdicts)[number]

export type OptionFigures = {
  id: string
  text: string
  role: 'right' | 'wrong' | 'unsure'
  isDead: boolean
  all: number | null
  top: number | null
  bottom: number | null
}

/** Shares in [0, 1]; `discrimination` from −100 to 100. Null: not to be shown, or not to be had. */
export type ItemFigures = {
  id: string
  stem: string
  footing: Footing
  n: number | null
  verdicts: Verdict[]
  facility: number | null
  discrimination: number | null
  blank: number | null
  options: OptionFigures[]
  /** Persons of the top and of the bottom third; null where too many totals are equal to part them. */
  thirds: { top: number; bottom: number } | null
}

export const FEWEST_SHOWN = 10
const FEWEST_FIGURES = 30
const FEWEST_FIRM = 50
const TOO_EASY = 0.95
const TOO_HARD = 0.25
const WEAK = 20
const DEAD = 0.05

/** Figures of each item, from papers that may hold different items (random draws) or all the same. */
export function analyseItems(items: readonly AnalysedItem[], papers: readonly AnalysedPaper[]): ItemFigures[] {
  const scores = papers.map((paper) => items.map(({ id }) => scoreOf(paper, id)))
  const facility = facilityIndex(scores)
  const discrimination = correctedPointBiserial(scores)
  return items.map((item, at) => {
    const own = papers.filter((paper) => paper.has(item.id))
    const index = discrimination[at] ?? null
    return figuresOf(item, own, {
      facility: facility[at] ?? null,
      discrimination: index === null ? null : hundredfold(index),
    })
  })
}

/** Rounding of the last digits must not make a suspect key of no correlation at all. */
const hundredfold = (correlation: number): number => Number((100 * correlation).toFixed(8)) + 0

const scoreOf = (paper: AnalysedPaper, itemId: string): number | null => {
  const mark = paper.get(itemId)
  return mark ? Number(mark.correct) : null
}

export function footingOf(n: number): Footing {
  if (n < FEWEST_SHOWN) return 'hidden'
  if (n < FEWEST_FIGURES) return 'few'
  return n < FEWEST_FIRM ? 'rough' : 'firm'
}

type Indices = { facility: number | null; discrimination: number | null }

function figuresOf(item: AnalysedItem, papers: readonly AnalysedPaper[], indices: Indices): ItemFigures {
  const { id, stem } = item
  const footing = footingOf(papers.length)
  const n = footing === 'hidden' ? null : papers.length
  const none = { facility: null, discrimination: null, blank: null, options: [], thirds: null, verdicts: [] }
  if (footing === 'hidden' || footing === 'few') return { id, stem, footing, n, ...none }
  const { options, thirds } = optionFigures(item, papers)
  const blanks = papers.filter((paper) => paper.get(id)?.chosen.length === 0).length
  const found = verdictsOf(indices, options)
  return { id, stem, footing, n, verdicts: found, ...indices, blank: blanks / papers.length, options, thirds }
}

/** The gravest first; `fine` when there is nothing to say. Of an item that nearly everybody gets right the options are no matter. */
export function verdictsOf(
  { facility, discrimination }: Indices,
  options: readonly Pick<OptionFigures, 'isDead'>[],
): Verdict[] {
  const isEasy = facility !== null && facility > TOO_EASY
  const found: Verdict[] = [
    ...(discrimination !== null && discrimination < 0 ? (['checkKey'] as const) : []),
    ...(facility !== null && facility < TOO_HARD ? (['tooHard'] as const) : []),
    ...(isEasy ? (['tooEasy'] as const) : []),
    ...(!isEasy && discrimination !== null && discrimination >= 0 && discrimination < WEAK ? (['weak'] as const) : []),
    ...(!isEasy && options.some(({ isDead }) => isDead) ? (['deadOptions'] as const) : []),
  ]
  return found.length > 0 ? found : ['fine']
}

function optionFigures(item: AnalysedItem, papers: readonly AnalysedPaper[]): Pick<ItemFigures, 'options' | 'thirds'> {
  const { id, options, correct, unsure } = item
  if (!options) return { options: [], thirds: null }
  const choices = papers.map((paper) => ({ chosen: paper.get(id)?.chosen ?? [], total: shareRight(paper) }))
  const ids = options.map((option) => option.id)
  const table = distractorTable(choices, ids)
  return {
    options: options.map((option, at) => {
      const role = correct.includes(option.id) ? 'right' : option.id === unsure ? 'unsure' : 'wrong'
      const { all = null, top = null, bottom = null } = table.options[at] ?? {}
      return { ...option, role, isDead: role === 'wrong' && all !== null && all < DEAD, all, top, bottom }
    }),
    thirds: table.flags.includes('noSpread') ? null : { top: table.n.top, bottom: table.n.bottom },
  }
}

/** Papers drawn at random may be of different lengths, so the whole is a share. */
function shareRight(paper: AnalysedPaper): number {
  const marks = [...paper.values()]
  return marks.filter(({ correct }) => correct).length / marks.length
}

export type Reliability = { alpha: number; lower: number; upper: number; n: number; items: number }

/** KR-20 with Feldt's 95 % interval, for a form of which everybody got all items; null below 30 persons or without spread. */
export function reliabilityOf(items: readonly AnalysedItem[], papers: readonly AnalysedPaper[]): Reliability | null {
  if (papers.length < FEWEST_FIGURES) return null
  const alpha = kr20(papers.map((paper) => items.map(({ id }) => Number(paper.get(id)?.correct === true))))
  const interval = alphaInterval(alpha, papers.length, items.length)
  if (!interval) return null
  return { alpha: interval.alpha, lower: interval.lower, upper: interval.upper, n: papers.length, items: items.length }
}
