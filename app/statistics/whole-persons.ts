/** The smallest whole number of persons that is enough; a rounding error of 1e-9 does not cost another person. */
export function wholePersons(needed: number): number {
  return Math.ceil(needed - 1e-9)
}
