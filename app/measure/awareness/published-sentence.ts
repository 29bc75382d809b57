/** The first thing the public page says: how much people know, and whether that is enough. Pure. */
import type { Translate } from '#app/i18n/config'
import type { PublishedPage } from './published-page'

type Asked = Pick<PublishedPage, 'overall' | 'plain' | 'verdict'>

/** How much residents know. */
export function rateSentence(t: Translate, { overall, plain }: Asked): string {
  const { words } = overall
  if (words.kind === 'all') return t('awareness.published.sentenceAll', words)
  if (words.kind === 'few') return t('awareness.published.sentenceFew', words)
  if (words.kind !== 'percent') return t('awareness.published.sentenceNone')
  return plain.lower === null ? t('awareness.published.sentencePlain', plain) : t('awareness.published.sentence', plain)
}

/** Whether the target is met; '' without a target. */
export const targetSentence = (t: Translate, { verdict }: Asked): string =>
  verdict ? t(`awareness.published.verdict.${verdict.key}`, { target: verdict.target }) : ''

/** What the verdict rests on; '' where there is none. */
export function basisSentence(t: Translate, { verdict }: Asked): string {
  if (!verdict || verdict.key === 'withheld' || verdict.key === 'few') return ''
  return t(`awareness.published.${verdict.isAll ? 'basisAll' : verdict.upper === '100.0' ? 'basisLower' : 'basis'}`, {
    ...verdict,
    definition: t(`awareness.${verdict.definition}`),
  })
}
