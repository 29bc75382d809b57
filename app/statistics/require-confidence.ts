/** Refuses a confidence level that is not strictly between 0 and 1 (95 instead of 0.95, say) with a RangeError. */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`Confidence must lie between 0 and 1, not ${confidence}`)
}
