/**
 * True for 0 and for sizes from 1e-50 to 1e50, of either sign. Whatever is further out is no figure about people, and the
 * squares of squares that formulas make of it would leave what a double can hold. NaN and infinities are not measurable.
 */
export const isMeasurable = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST)

const SMALLEST = 1e-50
const LARGEST = 1e50
