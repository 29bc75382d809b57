import { Fragment } from 'react'
import type { Limits } from './chart-scale'

export type TrendPoint = {
  key: string
  /** Two short lines below the point, such as a year and a month. */
  label: [string, string]
  value: number
  interval: Limits | null
  /** A sign when this point cannot be compared with the one before it; null: it can. */
  breakSign: string | null
}

type Props = { title: string; lang?: string; points: TrendPoint[]; target: number | null; targetText: string }

const LEVELS = [0, 50, 100]

/** Where 0 to 100 stand in the picture: some room above for the signs and below for nothing. */
const heightOf = (percent: number) => `${92 - 0.82 * percent}%`

/** Figures of several times with their intervals. No line leads across a break. A table stands beside it. */
export function TrendChart({ title, lang, points, target, targetText }: Props) {
  const step = 100 / Math.max(1, points.length)
  const xOf = (index: number) => `${(index + 0.5) * step}%`
  return (
    <div className="pt-2 pr-2 pb-12 pl-10">
      <svg role="img" lang={lang} className="h-56 w-full overflow-visible">
        <title>{title}</title>
        {LEVELS.map((level) => (
          <g key={level}>
            <line x1="0%" x2="100%" y1={heightOf(level)} y2={heightOf(level)} className="stroke-line" />
            <text x="-0.5rem" y={heightOf(level)} dy="0.35em" textAnchor="end" className="fill-quiet text-sm">
              {level}
            </text>
          </g>
        ))}
        {target !== null && <Target target={target} text={targetText} />}
        {points.map((point, index) => {
          const before = points[index - 1]
          return (
            <Fragment key={point.key}>
              {before && point.breakSign === null && (
                <line
                  x1={xOf(index - 1)}
                  y1={heightOf(before.value)}
                  x2={xOf(index)}
                  y2={heightOf(point.value)}
                  strokeWidth="2"
                  className="stroke-ink"
                />
              )}
              {before && point.breakSign !== null && <Break x={`${index * step}%`} sign={point.breakSign} />}
              <Point point={point} x={xOf(index)} />
            </Fragment>
          )
        })}
      </svg>
    </div>
  )
}

function Point({ point: { label, value, interval }, x }: { point: TrendPoint; x: string }) {
  return (
    <>
      {interval && (
        <line
          x1={x}
          x2={x}
          y1={heightOf(interval.lower)}
          y2={heightOf(interval.upper)}
          strokeWidth="6"
          strokeLinecap="round"
          className="stroke-quiet"
        />
      )}
      <circle cx={x} cy={heightOf(value)} r="5" strokeWidth="2" className="fill-ink stroke-sheet" />
      <text x={x} y="100%" dy="0.6em" textAnchor="middle" className="fill-ink text-sm">
        {label[0]}
      </text>
      <text x={x} y="100%" dy="1.9em" textAnchor="middle" className="fill-ink text-sm">
        {label[1]}
      </text>
    </>
  )
}

const Break = ({ x, sign }: { x: string; sign: string }) => (
  <>
    <line x1={x} x2={x} y1="6%" y2="92%" strokeWidth="2" strokeDasharray="2 5" className="stroke-ink" />
    <text x={x} y="3%" textAnchor="middle" className="fill-ink text-sm font-bold">
      {sign}
    </text>
  </>
)

const Target = ({ target, text }: { target: number; text: string }) => (
  <>
    <line
      x1="0%"
      x2="100%"
      y1={heightOf(target)}
      y2={heightOf(target)}
      strokeWidth="3"
      strokeDasharray="6 4"
      className="stroke-fire"
    />
    <text x="0%" y={heightOf(target)} dy="1.3em" strokeWidth="5" className={TARGET}>
      {text}
    </text>
  </>
)

const TARGET = 'fill-fire stroke-sheet text-sm font-bold [paint-order:stroke]'
