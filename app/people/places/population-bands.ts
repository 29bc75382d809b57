/** 人口分组: how many people of one sex and age band live somewhere. Bands of one sex must not overlap. */

/** `ageTo` is the last age counted; OLDEST stands for "and over". */
export type Band = { ageFrom: number; ageTo: number }
export type Sex = 'female' | 'male'
export type PopulationRow = Band & { sex: Sex; people: number }

export const OLDEST = 200
export const sexes = ['female', 'male'] as const satisfies readonly Sex[]
/** More people than any district has: beyond this a figure is a slip. */
export const MOST_PEOPLE = 100_000_000

/** The bands that a hand-made table begins with: what the survey asks for (measure/surveys). */
export const USUAL_BANDS: Band[] = [
  { ageFrom: 0, ageTo: 17 },
  { ageFrom: 18, ageTo: 39 },
  { ageFrom: 40, ageTo: 59 },
  { ageFrom: 60, ageTo: OLDEST },
]

const OPEN = /^(\d{1,3})(岁|周岁)?(\+|及以上|以上|和以上|and over|or over)$/
const CLOSED = /^(\d{1,3})(?:岁|周岁)?(?:-|–|—|~|至|到|to)(\d{1,3})$/

/** Reads 18-39, 18至39岁, 60岁以上, 75+; null when it is no band. 以上 includes the age it names (民法典 第一千二百五十九条). */
export function readBand(typed: string): Band | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/andover$/, 'and over')
    .replace(/orover$/, 'or over')
  const open = OPEN.exec(text)
  if (open) return inOrder(Number(open[1]), OLDEST)
  const closed = CLOSED.exec(text.replace(/(周岁|岁)$/, ''))
  return closed ? inOrder(Number(closed[1]), Number(closed[2])) : null
}

const inOrder = (ageFrom: number, ageTo: number): Band | null =>
  ageFrom <= ageTo && ageFrom < OLDEST && ageTo <= OLDEST ? { ageFrom, ageTo } : null

/** As a table and a file write it: 18-39, 60岁以上 (60+ where it must not be Chinese). */
export function writeBand({ ageFrom, ageTo }: Band, andOver = '岁以上'): string {
  return ageTo === OLDEST ? `${ageFrom}${andOver}` : `${ageFrom}-${ageTo}`
}

/** The first two rows of one sex whose bands share an age, by their places in the list; null when none do. */
export function overlapIn(rows: readonly (Band & { sex: Sex })[]): [number, number] | null {
  const inTurn = rows.map((row, at) => ({ ...row, at })).sort((a, b) => a.ageFrom - b.ageFrom || a.at - b.at)
  for (const sex of sexes) {
    let before: (typeof inTurn)[number] | null = null
    for (const row of inTurn.filter((one) => one.sex === sex)) {
      if (before && row.ageFrom <= before.ageTo) return [Math.min(before.at, row.at), Math.max(before.at, row.at)]
      before = row
    }
  }
  return null
}

/** A whole number of people; commas and 人 are forgiven. Null for anything else, such as 12.5 or -3. */
export function readPeople(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/人$/, '')
  const people = /^\d{1,9}$/.test(text) ? Number(text) : null
  return people !== null && people <= MOST_PEOPLE ? people : null
}

/** A year that a count of people can be of. */
export function readYear(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s/g, '').replace(/年$/, '')
  return /^(19[5-9]\d|20\d\d)$/.test(text) ? Number(text) : null
}

const SEXES: Record<string, Sex> = {
  女: 'female',
  女性: 'female',
  female: 'female',
  f: 'female',
  男: 'male',
  男性: 'male',
  male: 'male',
  m: 'male',
}

export const readSex = (typed: string): Sex | null => {
  const text = typed.trim().toLowerCase()
  return Object.hasOwn(SEXES, text) ? (SEXES[text] ?? null) : null
}
