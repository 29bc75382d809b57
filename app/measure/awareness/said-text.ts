/** A figure of a published estimate as one line of text: the page and the file say the same. Pure. */
import type { Translate } from '#app/i18n/config'
import type { FigureWords } from './figure-words'

/** `of`: what a person either did or not; right is said of answers and of items. */
export function saidText(t: Translate, words: FigureWords, of: 'right' | 'mastery' = 'right'): string {
  if (!('n' in words)) return t(words.kind === 'none' ? 'awareness.published.noneSaid' : 'awareness.hidden')
  if ('bound' in words) {
    const isKnown = words.bound !== null
    const all = of === 'mastery' ? 'allReach' : 'allRight'
    const none = of === 'mastery' ? 'noneReach' : 'nobody'
    const key = words.kind === 'all' ? all : none
    return t(`awareness.published.${isKnown ? (`${key}Bound` as const) : key}`, words)
  }
  if (words.kind === 'few') return t('awareness.published.few', words)
  const { value, n, interval } = words
  if (words.kind === 'points')
    return interval
      ? t('awareness.published.pointsWith', { value, n, ...interval })
      : t('awareness.published.pointsAlone', { value, n })
  return interval
    ? t('awareness.published.percentWith', { value, n, ...interval })
    : t('awareness.published.percentAlone', { value, n })
}
