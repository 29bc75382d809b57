/** Pieces that the charts share. Places are shares of the picture's width, sizes are of the text: so nothing is stretched. */

export const TICKS = [0, 25, 50, 75, 100]

/** Texts near an edge begin or end there, so that they stay inside. */
export const anchorAt = (percent: number): 'start' | 'middle' | 'end' =>
  percent < 15 ? 'start' : percent > 85 ? 'end' : 'middle'

export type Limits = { lower: number; upper: number }

/** The interval as a bar with ends, the figure as a dot: told apart by shape, not by colour. */
export function IntervalMark({ value, interval, y }: { value: number; interval: Limits | null; y: string }) {
  return (
    <>
      {interval && (
        <>
          <line
            x1={`${interval.lower}%`}
            x2={`${interval.upper}%`}
            y1={y}
            y2={y}
            strokeWidth="6"
            strokeLinecap="round"
            className="stroke-quiet"
          />
          <EndMark x={interval.lower} y={y} />
          <EndMark x={interval.upper} y={y} />
        </>
      )}
      <circle cx={`${value}%`} cy={y} r="8" strokeWidth="3" className="fill-ink stroke-sheet" />
    </>
  )
}

/** A short stroke across the end of an interval. */
const EndMark = ({ x, y }: { x: number; y: string }) => (
  <svg x={`${x}%`} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
    <line x1="0" x2="0" y1="-9" y2="9" strokeWidth="3" className="stroke-quiet" />
  </svg>
)

export const TargetLine = ({ percent, from, to }: { percent: number; from: string; to: string }) => (
  <line
    x1={`${percent}%`}
    x2={`${percent}%`}
    y1={from}
    y2={to}
    strokeWidth="3"
    strokeDasharray="6 4"
    className="stroke-fire"
  />
)
