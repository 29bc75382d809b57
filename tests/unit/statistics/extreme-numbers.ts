import fc from 'fast-check'

/** Zeros, the neighbours of 0, ½ and 1, the ends of what a double holds and of what is measurable, and no numbers. */
const ENDS = [
  0,
  -0,
  Number.MIN_VALUE,
  1e-300,
  1e-100,
  0.9e-50,
  1e-50,
  1e-20,
  2 ** -53,
  1e-8,
  0.5 - 2 ** -54,
  0.5 + 2 ** -53,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  Number.MAX_SAFE_INTEGER,
  2 ** 53 + 2,
  1e20,
  1e50,
  1.1e50,
  1e100,
  1e300,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -Number.MIN_VALUE,
  -1,
  -1e300,
]

const end = fc.constantFrom(...ENDS)

/** Any share; both ends are tried often. */
export const share = fc.oneof(fc.constantFrom(0, 0.05, 0.5, 0.95, 1), fc.double({ min: 0, max: 1, noNaN: true }))

/** Numbers as people have them, some of every size, and the ends. */
export const number = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.5, 1, 2, 3, 12, 40, 400), weight: 4 },
  { arbitrary: share, weight: 4 },
  { arbitrary: fc.double({ min: -55, max: 55, noNaN: true }).map((digits) => 10 ** digits), weight: 2 },
  { arbitrary: end, weight: 4 },
)

export const orNull = fc.option(number, { freq: 6 })

/** Levels of confidence, of alpha, probabilities of quantiles. */
export const level = fc.oneof(
  { arbitrary: fc.constantFrom(0.5, 0.9, 0.95, 0.99), weight: 4 },
  { arbitrary: number, weight: 3 },
)

/** Counts of persons, with some that no count can be. */
export const count = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 500 }), weight: 4 }, { arbitrary: end, weight: 1 })

export type Call = readonly [name: string, run: fc.Arbitrary<() => unknown>, isRight?: (result: never) => boolean]

/** Rows for test.each. */
export const byName = (calls: readonly Call[]) => calls.map((call) => [call[0], call] as const)

/** Says whether each call gives figures that are all finite and right, or throws a RangeError with a sentence. */
export function holdsAtTheEnds([, run, isRight]: Call): void {
  fc.assert(
    fc.property(run, (call) => {
      const result = resultOf(call)
      return isAllFinite(result) && (result === null || isRight === undefined || isRight(result as never))
    }),
    { numRuns: 1500, seed: 20261125 },
  )
}

/** Anything but a RangeError of ours is a fault and goes through; the engine has RangeErrors of its own. */
function resultOf(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    if (error instanceof RangeError && !/call stack|array length/i.test(error.message)) return null
    throw error
  }
}

function isAllFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isAllFinite)
}
