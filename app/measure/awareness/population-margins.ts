/** The residents of a place as margins to weight a sample to. Pure. */
import { peopleAged } from '#app/measure/surveys/people-aged'
import { OLDEST, sexes } from '#app/people/places/population-bands'
import type { Population } from '#app/people/places/populations.server'
import { type AgeBand, ageBandsOf } from './age-bands'
import type { EstimateSettings, Margin } from './estimate-input'

type Frame = { ageFrom: number; ageTo: number }
export type Street = { code: string; populations: readonly Population[] }

/**
 * Sex by band of age for the whole place, and people by street where all streets are known for one year. Only ages of
 * the frame count. Empty: nothing is known of the place.
 */
export function populationMargins(
  place: readonly Population[],
  streets: readonly Street[],
  frame: Frame,
  { ageBands }: EstimateSettings,
): Margin[] {
  const bands = ageBandsOf(ageBands, frame)
  const year = sharedYear(streets)
  const inYear = streets.flatMap(({ code, populations }) => {
    const population = populations.find((one) => one.year === year)
    return population ? [{ code, population }] : []
  })
  const whole = place[0] ?? sumOf(inYear.map(({ population }) => population))
  if (!whole) return []
  const ofPlace = marginOf(
    'sexAge',
    whole,
    bands,
    Object.fromEntries(
      sexes.flatMap((sex) =>
        bands.map(({ key, from, to }) => [`${sex} ${key}`, peopleAged(ofSex(whole, sex), from, to)]),
      ),
    ),
  )
  if (inYear.length < 2) return [ofPlace]
  const all = sumOf(inYear.map(({ population }) => population)) ?? whole
  const [from, to] = [frame.ageFrom, frame.ageTo]
  const totals = Object.fromEntries(inYear.map(({ code, population }) => [code, peopleAged(population.rows, from, to)]))
  return [ofPlace, marginOf('street', all, [{ key: '', from, to }], totals)]
}

const ofSex = ({ rows }: Population, sex: (typeof sexes)[number]) => rows.filter((row) => row.sex === sex)

const marginOf = (
  by: Margin['by'],
  { year, source, rows }: Population,
  bands: readonly AgeBand[],
  totals: Margin['totals'],
) => ({
  by,
  totals,
  year,
  source,
  isShared: rows.some((row) => straddles(row, bands)),
})

/** True where a band of the source begins outside one of ours and ends inside it, or the other way round. */
const straddles = ({ ageFrom, ageTo }: { ageFrom: number; ageTo: number }, bands: readonly AgeBand[]): boolean =>
  bands.some(
    ({ from, to }) =>
      ageFrom <= to &&
      ageTo >= from &&
      (ageFrom < from || (ageTo > to && ageTo !== OLDEST) || (ageTo === OLDEST && to < 100)),
  )

/** The newest year that is known of every street; null when there is none. */
function sharedYear(streets: readonly Street[]): number | null {
  const [first, ...others] = streets
  const years = (first?.populations ?? []).map(({ year }) => year)
  const shared = years.filter((year) => others.every(({ populations }) => populations.some((one) => one.year === year)))
  return shared.length > 0 ? Math.max(...shared) : null
}

/** Streets of one year taken together; null without any. */
function sumOf(populations: readonly Population[]): Population | null {
  const [first] = populations
  if (!first) return null
  const sources = [...new Set(populations.map(({ source }) => source))]
  return { year: first.year, source: sources.join('；'), rows: populations.flatMap(({ rows }) => rows) }
}
