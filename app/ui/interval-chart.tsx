import type { ReactNode } from 'react'
import { IntervalMark, type Limits, TargetLine, TICKS } from './chart-scale'

export type IntervalRow = {
  key: string
  name: ReactNode
  /** Null: nothing may be drawn; `text` says why. */
  drawn: { value: number; interval: Limits | null } | null
  text: string
}

type Props = { title: string; rows: IntervalRow[]; target?: number | null }

/** A dot with its interval for each row, all on one scale from 0 to 100. A picture only: a table stands beside it. */
export function IntervalChart({ title, rows, target = null }: Props) {
  return (
    <div role="img" aria-label={title} className="space-y-1">
      {rows.map(({ key, name, drawn, text }) => (
        <div key={key} className={ROW}>
          <div className="leading-snug font-bold">{name}</div>
          {drawn ? (
            <svg className="h-8 w-full overflow-visible" aria-hidden="true">
              <line x1="0%" x2="100%" y1="50%" y2="50%" className="stroke-line" />
              {target !== null && <TargetLine percent={target} from="0%" to="100%" />}
              <IntervalMark {...drawn} y="50%" />
            </svg>
          ) : (
            <div className="text-quiet">{text}</div>
          )}
        </div>
      ))}
      <div className={ROW}>
        <div className="max-sm:hidden large:hidden" />
        <svg className="h-8 w-full overflow-visible" aria-hidden="true">
          {TICKS.map((tick) => (
            <g key={tick}>
              <line x1={`${tick}%`} x2={`${tick}%`} y1="0%" y2="20%" strokeWidth="2" className="stroke-line" />
              <text x={`${tick}%`} y="80%" textAnchor="middle" className="fill-quiet text-sm">
                {tick}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </div>
  )
}

/** The name above its line on a phone and in large print, beside it where there is room. */
const ROW = 'px-3 sm:grid sm:grid-cols-[12rem_1fr] sm:items-center sm:gap-6 large:block'
