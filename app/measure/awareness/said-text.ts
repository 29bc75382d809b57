/** A figure of a published estimate as one line of text: the page and the file say the same. Pure. */
import type { Translate } from '#app/i18n/config'
import type { FigureWords } from './figure-words'

export function saidText(t: Translate, words: FigureWords): string {
  if (!('n' in words)) return t(words.kind === 'none' ? 'awareness.published.noneSaid' : 'awareness.hidden')
  if ('bound' in words) {
    const isKnown = words.bound !== null
    if (words.kind === 'all') return t(`awareness.published.${isKnown ? 'allRightBound' : 'allRight'}`, words)
    return t(`awareness.published.${isKnown ? 'nobodyBound' : 'nobody'}`, words)
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
