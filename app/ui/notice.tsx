import type { ReactNode } from 'react'

const TONES = {
  good: { box: 'border-safe bg-safe-soft', sign: '✓', signClass: 'text-safe' },
  caution: { box: 'border-amber bg-amber-soft', sign: '!', signClass: 'text-amber' },
  bad: { box: 'border-fire bg-fire-soft', sign: '✕', signClass: 'text-fire' },
  plain: { box: 'border-line bg-sand', sign: 'i', signClass: 'text-quiet' },
}
export type Tone = keyof typeof TONES

/** A short message in a box. The sign carries the tone for those who do not see the colour. */
export function Notice({
  tone,
  title,
  children,
  live,
}: {
  tone: Tone
  title?: string
  children?: ReactNode
  live?: boolean
}) {
  const { box, sign, signClass } = TONES[tone]
  return (
    <div className={`flex gap-3 rounded-lg border-l-4 p-4 ${box}`} role={live ? 'status' : undefined}>
      <span aria-hidden="true" className={`font-bold ${signClass}`}>
        {sign}
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-bold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
