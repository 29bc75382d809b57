import { useTranslation } from '#app/i18n/use-translation'
import { ShareBar } from '#app/ui/share-bar'
import { FEWEST_FOR_PERCENT, type Share } from './share'

/** A share in words: never a percentage without its n, never 0 % for nobody. */
export function ShareText({ share }: { share: Share }) {
  const { t } = useTranslation()
  if (share.kind === 'none') return <span className="text-quiet">{t('awareness.noData')}</span>
  if (share.kind === 'hidden') return <span className="text-quiet">{t('awareness.hidden')}</span>
  if (share.kind === 'counts') return <span>{t('awareness.countsOnly', { ...share, min: FEWEST_FOR_PERCENT })}</span>
  if (share.count === share.of) return <span>{t('awareness.allCorrect', share)}</span>
  return <span>{t('awareness.percentOf', { ...share, percent: share.percent.toFixed(1) })}</span>
}

/** The same with a bar where there is a percentage. */
export function ShareWithBar({ share, tone }: { share: Share; tone?: 'safe' | 'fire' | 'quiet' }) {
  return (
    <span className="block min-w-32">
      <ShareText share={share} />
      {share.kind === 'percent' && <ShareBar percent={share.percent} tone={tone} />}
    </span>
  )
}
