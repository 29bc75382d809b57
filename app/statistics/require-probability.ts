/** Refuses a probability that is not strictly between 0 and 1 with a RangeError. */
export function requireProbability(probability: number): void {
  const isLegal = probability > 0 && probability < 1
  if (!isLegal) throw new RangeError(`A probability must lie between 0 and 1, not ${probability}`)
}
