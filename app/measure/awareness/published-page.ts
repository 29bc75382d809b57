/** What the public page shows of a published estimate, with names in the wanted language. Pure. */
import type { Catalog } from '#app/content/schema'
import { wordsOf } from '#app/content/words'
import { shanghaiDay } from '#app/db/day'
import type { Locale } from '#app/i18n/locales'
import type { DomainFigure, EstimateResult, Figure } from './estimate-result'
import { type FigureWords, pointsWords, shareWords, verdictWords } from './figure-words'
import { plainNumbers } from './plain-numbers'
import { breaksBetween, changeBetween, historyOf, newestPublished, type Published } from './published'

/** Percent; null where nothing may be drawn. */
export type Drawn = { value: number; interval: { lower: number; upper: number } | null } | null

type Input = { catalog: Catalog; published: readonly Published[]; locale: Locale }

/** The newest published estimate with those before it; null: none has been published yet. */
export function publishedPage({ catalog, published, locale }: Input) {
  const newest = newestPublished(published)
  if (!newest) return null
  const result = withoutWhatQCannotBear(newest.result)
  const { about } = result
  const target = about.target?.percent ?? null
  return {
    id: newest.id,
    note: newest.note,
    publishedOn: shanghaiDay(newest.publishedAt),
    people: result.overall.n,
    about: {
      wave: about.wave,
      // Not the items: their hashes would let somebody who has the questions check what the key is.
      instrument: { id: about.instrument.id, version: about.instrument.version, items: about.instrument.items.length },
      cut: about.instrument.masteryCut,
      settings: { weighting: about.settings.weighting, missing: about.settings.missing },
      target: about.target,
      margins: about.margins,
      excluded: Object.values(about.excluded).reduce((sum, count) => sum + count, 0),
      asOf: about.asOf,
    },
    plain: plainNumbers(result.overall, target),
    verdict: verdictWords(result),
    target,
    overall: said(result.overall),
    mastery: said(result.mastery),
    allCorrect: said(result.allCorrect),
    composite: result.composite && pointsWords(result.composite),
    unweighted: shareWords({ ...result.overall, value: result.overall.unweighted, interval: null }),
    streets: placeRows(result),
    points: pointRows(catalog, result, locale),
    dimensions: result.dimensions.map(({ dimension, ...figure }) => ({ dimension, ...said(figure) })),
    trend: trendOf(historyOf(published, newest)),
    change: changeBetween(historyOf(published, newest).at(-2)?.result ?? null, newest.result),
    response: result.response,
    weights: result.weights,
    chanceLevel: result.chanceLevel,
  }
}

export type PublishedPage = NonNullable<ReturnType<typeof publishedPage>>

/** In words and, where it may be, as a drawing. */
export type Said = { words: FigureWords; drawn: Drawn }

function said(figure: Pick<Figure, 'value' | 'n' | 'interval'>, { hidden = false } = {}): Said {
  const words = shareWords(figure, { hidden })
  return { words, drawn: words.kind === 'percent' ? drawnOf(figure) : null }
}

const drawnOf = ({ value, interval }: Pick<Figure, 'value' | 'interval'>): Drawn =>
  value === null
    ? null
    : { value: 100 * value, interval: interval && { lower: 100 * interval.lower, upper: 100 * interval.upper } }

/** Streets by name: an order by figure would be a ranking. */
const placeRows = ({ about, domains }: EstimateResult) =>
  domains.street
    .map(({ key, overall, mastery, hidden }: DomainFigure) => ({
      key,
      name: about.streets[key] ?? null,
      n: hidden ? null : overall.n,
      overall: said(overall, { hidden }),
      mastery: said(mastery, { hidden }),
    }))
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN'))

/**
 * What to teach next: what fewest know first. A knowledge point is named as its lesson names it; the question that was
 * asked stays out of the page. What is not reliable comes last, without a figure.
 */
function pointRows(catalog: Catalog, { about, items }: EstimateResult, locale: Locale) {
  const pointOf = new Map(about.instrument.items.map(({ id, point }) => [id, point]))
  return items
    .map(({ id, reliable, ...figure }) => ({
      id,
      reliable,
      figure,
      ...placeInLesson(catalog, pointOf.get(id) ?? '', locale),
    }))
    .sort((a, b) => Number(b.reliable) - Number(a.reliable) || (a.figure.value ?? 1) - (b.figure.value ?? 1))
    .map(({ id, reliable, figure, ...place }) => ({ key: id, isReliable: reliable, ...said(figure), ...place }))
    .map((row) => (row.isReliable ? row : { ...row, words: { kind: 'none' as const }, drawn: null }))
}

function placeInLesson(catalog: Catalog, point: string, locale: Locale) {
  const [moduleId = '', factId = ''] = point.split('.')
  const module = catalog.modules.find(({ id }) => id === moduleId)
  if (!module) return { label: point, title: '', lang: locale, href: null }
  const { words, locale: lang } = wordsOf(module, locale)
  const section = module.sections.find(({ facts }) => facts.some((id) => id === factId))
  return {
    label: words.facts[factId]?.label ?? point,
    title: words.title,
    lang,
    href: `/modules/${moduleId}${section ? `#${section.id}` : ''}`,
  }
}

function trendOf(history: readonly Published[]) {
  return history.map(({ id, result }, index) => {
    const before = history[index - 1]
    const own = withoutWhatQCannotBear(result)
    return {
      key: id,
      day: own.about.wave.fieldTo,
      tier: own.about.wave.tier,
      overall: said(own.overall),
      mastery: said(own.mastery),
      breaks: before ? breaksBetween(before.result, result) : [],
    }
  })
}

/** Who chose to answer is no sample: whatever stands in the result, no interval and no verdict is shown of it. */
function withoutWhatQCannotBear(result: EstimateResult): EstimateResult {
  if (result.about.wave.tier !== 'Q') return result
  const bare = <F extends { interval: Figure['interval'] }>(figure: F): F => ({ ...figure, interval: null })
  const bareRow = (row: DomainFigure) => ({ ...row, overall: bare(row.overall), mastery: bare(row.mastery) })
  const { street, sex, age } = result.domains
  return {
    ...result,
    overall: bare(result.overall),
    mastery: bare(result.mastery),
    allCorrect: bare(result.allCorrect),
    composite: result.composite && bare(result.composite),
    items: result.items.map(bare),
    dimensions: result.dimensions.map(bare),
    domains: { street: street.map(bareRow), sex: sex.map(bareRow), age: age.map(bareRow) },
    verdict: result.verdict && { ...result.verdict, verdict: 'withheld', lower: null, upper: null },
  }
}
