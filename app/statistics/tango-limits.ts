/**
 * Tango's score limits for the difference c/n − b/n of paired shares: the δ at which the score statistic is ±z.
 *
 * (c − b − nδ)² = z²·n·(2q + δ(1 − δ)), q the likeliest share of right-before-only pairs if the difference is δ: the
 * larger root of 2n·q² − (b + c − (2n + b − c)·δ)·q − b·δ(1 − δ) = 0. Found by bisection, because the statistic is
 * monotone in δ; exact to the last digits.
 * Source: Tango (1998), Statistics in Medicine 17, 891–908.
 */
export function tangoLimits(b: number, c: number, n: number, z: number): { lower: number; upper: number } {
  // The lower limit is the upper one with before and after exchanged.
  return { lower: -upperLimit(c, b, n, z), upper: upperLimit(b, c, n, z) }
}

function upperLimit(b: number, c: number, n: number, z: number): number {
  let low = (c - b) / n
  let high = 1
  for (let step = 0; step < HALVINGS; step += 1) {
    const delta = (low + high) / 2
    const isInside = n * delta - (c - b) < z * Math.sqrt(n * (2 * nuisance(b, c, n, delta) + delta * (1 - delta)))
    if (isInside) low = delta
    else high = delta
  }
  return (low + high) / 2
}

function nuisance(b: number, c: number, n: number, delta: number): number {
  const linear = (2 * n + b - c) * delta - b - c
  const constant = -b * delta * (1 - delta)
  const root = Math.sqrt(Math.max(0, linear ** 2 - 8 * n * constant))
  // Each form of the root keeps its digits where the other loses them.
  if (linear <= 0) return (root - linear) / (4 * n)
  return (-2 * constant) / (root + linear)
}

const HALVINGS = 80
