import { OLDEST, type PopulationRow } from '#app/people/places/population-bands'

/** Nobody is counted beyond this age when an open band is divided. */
const LAST_AGE = 100

/**
 * How many of these residents are of an age from `from` to `to`. A band that reaches beyond is counted for the years of
 * it that lie inside, as if every year of age had as many people.
 */
export function peopleAged(rows: readonly PopulationRow[], from: number, to: number): number {
  const last = (age: number) => (age >= OLDEST ? LAST_AGE : age)
  return Math.round(
    rows.reduce((sum, { ageFrom, ageTo, people }) => {
      const years = last(ageTo) - ageFrom + 1
      const inside = Math.min(last(ageTo), to) - Math.max(ageFrom, from) + 1
      return sum + (inside > 0 ? (people * inside) / years : 0)
    }, 0),
  )
}
