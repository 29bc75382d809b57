import { anchorAt, IntervalMark, type Limits, TargetLine, TICKS } from './chart-scale'

type Props = {
  /** What the picture shows, in words: the figures stand in it, for those who do not see it. */
  title: string
  lang?: string
  /** Percent. */
  value: number
  interval: Limits | null
  target: number | null
  valueText: string
  targetText: string
}

/** One figure on a line from 0 to 100 with its interval and, where there is one, the target. */
export function IntervalLine({ title, lang, value, interval, target, valueText, targetText }: Props) {
  return (
    <div className="px-3">
      <svg role="img" lang={lang} className="h-28 w-full overflow-visible text-base">
        <title>{title}</title>
        <line x1="0%" x2="100%" y1="70%" y2="70%" strokeWidth="2" className="stroke-line" />
        {TICKS.map((tick) => (
          <g key={tick}>
            <line x1={`${tick}%`} x2={`${tick}%`} y1="66%" y2="74%" strokeWidth="2" className="stroke-line" />
            <text x={`${tick}%`} y="96%" textAnchor="middle" className="fill-quiet text-sm">
              {tick}
            </text>
          </g>
        ))}
        {target !== null && (
          <>
            <TargetLine percent={target} from="22%" to="78%" />
            <text x={`${target}%`} y="15%" textAnchor={anchorAt(target)} className="fill-fire font-bold">
              {targetText}
            </text>
          </>
        )}
        <text x={`${value}%`} y="48%" textAnchor={anchorAt(value)} strokeWidth="5" className={VALUE}>
          {valueText}
        </text>
        <IntervalMark value={value} interval={interval} y="70%" />
      </svg>
    </div>
  )
}

/** A pale rim keeps the number readable where the target's line runs through it. */
const VALUE = 'fill-ink stroke-sheet text-lg font-bold [paint-order:stroke]'
