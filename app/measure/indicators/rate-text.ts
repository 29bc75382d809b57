/** The rates as lines of text: the page and the file say the same. Pure. */
import type { Translate } from '#app/i18n/config'
import { saidText } from '#app/measure/awareness/said-text'
import { FEWEST_FOR_PERCENT, type Share } from '#app/measure/awareness/share'
import type { Aware, PlaceRates } from './four-rates'
import { HIGH, LOW } from './gaps'

/** A share of people or answers with its numbers; never without them. */
export function shareLine(t: Translate, share: Share): string {
  if (share.kind === 'none') return t('rates.noData')
  if (share.kind === 'hidden') return t('awareness.hidden')
  if (share.kind === 'counts') return t('awareness.countsOnly', { ...share, min: FEWEST_FOR_PERCENT })
  if (share.count === share.of) return t('awareness.allCorrect', share)
  return t('awareness.percentOf', { ...share, percent: share.percent.toFixed(1) })
}

export const browsersLine = (t: Translate, browsers: number | null): string =>
  browsers === null ? t('awareness.hidden') : t('rates.browsers', { count: browsers })

export const awareLine = (t: Translate, aware: Aware | null): string =>
  aware ? saidText(t, aware.words) : t('rates.notSurveyed')

export const masteryLine = (t: Translate, aware: Aware | null): string =>
  aware ? saidText(t, aware.mastery, 'mastery') : ''

/** Where the awareness rate comes from. */
export function awareSource(t: Translate, aware: Aware | null): string {
  if (!aware) return ''
  const from = t(aware.isOwn ? 'rates.source.own' : 'rates.source.row', { wave: aware.wave, day: aware.day })
  const tier = t(aware.isSample ? 'rates.source.sample' : 'rates.source.volunteers')
  const open = aware.target !== null && aware.isDefinitionOpen ? t('rates.source.definitionOpen') : ''
  const target = aware.target === null ? '' : t('rates.source.target', { target: aware.target })
  return [from, tier, target, open].filter(Boolean).join(' ')
}

export const gapLines = (t: Translate, { gaps }: PlaceRates): string[] =>
  gaps.map((gap) => t(`rates.gap.${gap}`, { high: HIGH, low: LOW }))
