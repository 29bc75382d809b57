/** Why a figure cannot be compared with the one before, as text. Pure. */
import type { Translate } from '#app/i18n/config'
import type { Break } from './published'

export function breakText(t: Translate, breaks: readonly Break[], isFirst: boolean): string {
  if (isFirst) return t('awareness.published.breakFirst')
  if (breaks.length === 0) return t('awareness.published.breakNone')
  const why = breaks.map((one) => t(`awareness.published.break.${one}`))
  return t('awareness.published.breakAt', { why: why.join(t('common.listSeparator')) })
}
