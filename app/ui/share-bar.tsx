/** A bar for a share of 0 to 100 per cent. A picture only: the figure stands beside it as text. */
export function ShareBar({ percent, tone = 'safe' }: { percent: number; tone?: 'safe' | 'fire' | 'quiet' }) {
  const fill = { safe: 'fill-safe', fire: 'fill-fire', quiet: 'fill-quiet' }[tone]
  return (
    <svg viewBox="0 0 100 6" className="h-3 w-full" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" className="fill-sand" />
      <rect width={percent} height="6" className={fill} />
    </svg>
  )
}
