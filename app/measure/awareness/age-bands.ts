/** Bands of age, named by their first and last age: `18-44`. Pure. */

export type AgeBand = { key: string; from: number; to: number }

/** The bands of a frame. Starts below its first age or above its last one count as far as they are in it. */
export function ageBandsOf(
  starts: readonly number[],
  { ageFrom, ageTo }: { ageFrom: number; ageTo: number },
): AgeBand[] {
  const inside = [...new Set(starts)].filter((start) => start > ageFrom && start <= ageTo).sort((a, b) => a - b)
  const froms = [ageFrom, ...inside]
  return froms.map((from, index) => {
    const to = (froms[index + 1] ?? ageTo + 1) - 1
    return { key: `${from}-${to}`, from, to }
  })
}

/** The key of the band that an age is in; '' when it is not known or in none. */
export const bandOf = (bands: readonly AgeBand[], age: number | null): string =>
  (age !== null && bands.find(({ from, to }) => age >= from && age <= to)?.key) || ''
