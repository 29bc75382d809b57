/**
 * Refuses a confidence level that is not strictly between 0 and 1 (95 instead of 0.95, say) with a RangeError, and so one
 * that is too near to 0 to be told from it once it is taken off 1.
 */
export function requireConfidence(confidence: number): void {
  if (!(confidence < 1 && 1 - confidence < 1))
    throw new RangeError(`Confidence must lie between 0 and 1, not ${confidence}`)
}
