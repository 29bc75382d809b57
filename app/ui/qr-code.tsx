type Props = {
  /** Row by row, "1" dark and "0" light. */
  modules: string[]
  /** What it leads to, for who cannot see it. */
  label: string
}

/** The light border that scanners need, in squares. */
const QUIET = 4

/** A QR code, dark on white in every theme and on paper. */
export function QrCode({ modules, label }: Props) {
  const side = modules.length + 2 * QUIET
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges" className="w-full">
      <rect width={side} height={side} fill="#fff" />
      <path d={modules.map(rowPath).join('')} fill="#000" />
    </svg>
  )
}

/** Each run of dark squares in a row is one rectangle. */
const rowPath = (row: string, index: number): string =>
  [...row.matchAll(/1+/g)]
    .map((run) => `M${run.index + QUIET} ${index + QUIET}h${run[0].length}v1h-${run[0].length}z`)
    .join('')
