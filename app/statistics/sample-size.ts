/**
 * exact: not rounded. completes: the whole number of interviews (pairs, for sampleSizePaired), design effect included.
 */
export type SampleSize = { readonly exact: number; readonly completes: number }

/** power: probability of finding the difference when it is there. */
export type PowerOptions = { readonly power?: number; readonly confidence?: number; readonly deff?: number }
