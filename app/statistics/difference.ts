/** How an interval for a difference was computed; printed wherever it is shown. */
export type DifferenceMethod = 'newcombe' | 'tango' | 'bonettPrice' | 'wald' | 'normal' | 'studentT'

/** Two-sided, at the stated confidence. Differences of shares are shares, from −1 to 1. */
export type DifferenceInterval = {
  readonly difference: number
  readonly confidence: number
  readonly lower: number
  readonly upper: number
  readonly method: DifferenceMethod
}

export type ConfidenceOption = { readonly confidence?: number }

/**
 * up and down only when the interval excludes 0; otherwise `unclear`, and no arrow may be drawn.
 * Source: knowledge-rate definitions, section 7.
 */
export type Direction = 'up' | 'down' | 'unclear'

/** notEstimable: too little data for a standard error. noVariation: standard error 0, which says nothing. */
export type DifferenceFlag = 'notEstimable' | 'noVariation' | 'fewDegreesOfFreedom'

/** `df` null: normal distribution. Null figures are not estimable, and a flag says why. */
export type DifferenceTest = {
  readonly difference: number | null
  readonly se: number | null
  readonly df: number | null
  readonly statistic: number | null
  readonly pValue: number | null
  readonly interval: DifferenceInterval | null
  readonly direction: Direction
  readonly flags: readonly DifferenceFlag[]
}
