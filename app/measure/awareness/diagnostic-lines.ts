/** Weights, population, response and what was left out, in plain words: the same on the page and in the file. Pure. */
import type { Translate } from '#app/i18n/config'
import type { EstimateResult } from './estimate-result'
import { percentText } from './figure-words'
import { marginName } from './margin-name'

export type Line = { key: string; name: string; text: string }

export function diagnosticLines(t: Translate, result: EstimateResult): Line[] {
  const { about, weights, overall, chanceLevel } = result
  const { wave, instrument } = about
  const { kish, maxOverMean, trimmed, trimRounds, gapPoints } = weights
  const effective = Math.round(overall.n / kish)
  const line = (key: LineKey, text: string) => ({ key, name: t(`estimates.report.${key}`), text })
  return [
    line(
      'about',
      t('estimates.report.aboutIs', {
        place: wave.placeName,
        from: wave.ageFrom,
        to: wave.ageTo,
        fieldFrom: wave.fieldFrom,
        fieldTo: wave.fieldTo,
        tier: t(`estimates.tier.${wave.tier}`),
        instrument: instrument.id,
      }),
    ),
    line('kish', t('estimates.report.kishIs', { kish: kish.toFixed(2), n: overall.n, effective })),
    line('max', t('estimates.report.maxIs', { max: maxOverMean.toFixed(1), count: trimmed, rounds: trimRounds })),
    line('gap', gapPoints === null ? '—' : t('estimates.report.gapIs', { points: signed(gapPoints) })),
    line('collapsed', collapsedText(t, weights.collapsed)),
    line('margins', marginsText(t, about)),
    line('response', responseText(t, result)),
    line('excluded', excludedText(t, about.excluded)),
    line('sensitivity', sensitivityText(t, result)),
    line('chance', t('estimates.report.chanceIs', { percent: percentText(chanceLevel) })),
  ]
}

type LineKey =
  | 'about'
  | 'kish'
  | 'max'
  | 'gap'
  | 'collapsed'
  | 'margins'
  | 'response'
  | 'excluded'
  | 'sensitivity'
  | 'chance'

const signed = (points: number): string => {
  const rounded = Math.round(10 * points) / 10
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`
}

const joined = (t: Translate, parts: string[], none: 'marginsNone' | 'excludedNone' | 'collapsedNone'): string =>
  parts.length === 0 ? t(`estimates.report.${none}`) : parts.join(t('common.listSeparator'))

/** The keys of cells hold the words female and male and ages. */
function collapsedText(t: Translate, collapsed: string[]): string {
  const inWords = (cell: string) =>
    cell.replace(/\b(female|male)\b/g, (sex) => t(`estimates.report.key.${sex === 'female' ? 'female' : 'male'}`))
  return joined(t, collapsed.map(inWords), 'collapsedNone')
}

function marginsText(t: Translate, { margins }: EstimateResult['about']): string {
  const parts = margins.map(({ by, ...rest }) => t('estimates.report.marginIs', { by: marginName(t, by), ...rest }))
  return joined(t, parts, 'marginsNone')
}

function responseText(t: Translate, { response: { rate, ...counts } }: EstimateResult): string {
  if (rate === null) return t('estimates.report.responseNone')
  return t('estimates.report.responseIs', { rate: rate === 1 ? '100' : percentText(rate), ...counts })
}

const EXCLUDED = ['notSampled', 'outOfFrame', 'brokenOff', 'repeated', 'notPlaced'] as const

function excludedText(t: Translate, excluded: Record<string, number>): string {
  const parts = EXCLUDED.filter((reason) => (excluded[reason] ?? 0) > 0).map((reason) =>
    t(`estimates.report.excludedIs.${reason}`, { count: excluded[reason] }),
  )
  return joined(t, parts, 'excludedNone')
}

function sensitivityText(t: Translate, { sensitivity, overall }: EstimateResult): string {
  const ways = (['skippedIsWrong', 'answeredOnly', 'completeCase'] as const).flatMap((way) => {
    const found = sensitivity.find(({ missing }) => missing === way)
    return found && found.value !== null && overall.n >= 30 ? [{ way, value: found.value }] : []
  })
  const parts = ways.map(({ way, value }) =>
    t('estimates.report.sensitivityIs', {
      missing: t(`estimates.workbench.missingIs.${way}`),
      value: percentText(value),
    }),
  )
  return parts.length === 0 ? '—' : parts.join(t('common.listSeparator'))
}
