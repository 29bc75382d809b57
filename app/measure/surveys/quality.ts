/**
 * Signs that an interview deserves a second look: very fast, all options in one place, two people answering alike. None
 * of them proves anything; they say which papers to read again. Nothing here depends on what is right. Pure.
 */

/** One response, in the order in which they came in. `group`: the interviewer who asked or typed, or how it came in where nobody did. */
export type QualityRow = {
  group: string
  seconds: number | null
  isProxy: boolean
  /** What was chosen, core items first and then the background; null: left blank. */
  answers: readonly (string | null)[]
  /** How many of the answers, from the first, are core items. */
  core: number
  /** The place of each core answer on the printed sheet, where everybody saw the same order; null: orders differed. */
  places: readonly (number | null)[] | null
}

/** How many of how many. */
export type Share = { count: number; of: number }

export type QualityOfGroup = {
  group: string
  interviews: number
  medianSeconds: number | null
  /** Faster than a third of the median of all. */
  fast: Share
  /** The same place in at least 80 % of the core items that were answered; of sheets with a fixed order only. */
  straight: Share
  /** Answers at least 90 % like those of another person of the group that came in shortly before or after, over all items. */
  alike: Share
  unsure: Share
  blank: Share
  proxy: Share
  signs: QualitySign[]
}

export const qualitySigns = ['fast', 'straight', 'alike', 'unsure', 'blank', 'proxy'] as const
export type QualitySign = (typeof qualitySigns)[number]

export type Quality = { all: { interviews: number; medianSeconds: number | null }; groups: QualityOfGroup[] }

/** Fewer interviews say nothing about how somebody works. */
export const FEWEST_INTERVIEWS = 5
const FAST = 1 / 3
const SAME_PLACE = 0.8
const ALIKE = 0.9
/** Of so few answers all may well stand in one place. */
const FEWEST_ANSWERS = 5
/** From which share on a sign is shown. */
const LOOK: Record<QualitySign, number> = { fast: 0.2, straight: 0.2, alike: 0.2, unsure: 0.3, blank: 0.2, proxy: 0.3 }

/** Groups in the order in which they first appear; the page sorts them by name. `unsure`: the option id of 不清楚. */
export function surveyQuality(rows: readonly QualityRow[], unsure: string): Quality {
  const medianSeconds = medianOf(rows)
  const groups = [...new Set(rows.map(({ group }) => group))]
  return {
    all: { interviews: rows.length, medianSeconds },
    groups: groups.map((group) =>
      qualityOf(
        group,
        rows.filter((row) => row.group === group),
        { medianSeconds, unsure },
      ),
    ),
  }
}

function qualityOf(
  group: string,
  rows: readonly QualityRow[],
  { medianSeconds, unsure }: { medianSeconds: number | null; unsure: string },
): QualityOfGroup {
  const timed = rows.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
  const core = rows.flatMap(({ answers, core: count }) => answers.slice(0, count))
  const fixed = rows.flatMap(({ places }) => (places && answeredIn(places) >= FEWEST_ANSWERS ? [places] : []))
  const shares = {
    fast: {
      count: timed.filter((seconds) => medianSeconds !== null && seconds < medianSeconds * FAST).length,
      of: timed.length,
    },
    straight: { count: fixed.filter(isStraight).length, of: fixed.length },
    alike: {
      count: rows.filter((row, at) => around(rows, at).some((other) => areAlike(row, other))).length,
      of: rows.length,
    },
    unsure: { count: core.filter((option) => option === unsure).length, of: core.length },
    blank: { count: core.filter((option) => option === null).length, of: core.length },
    proxy: { count: rows.filter(({ isProxy }) => isProxy).length, of: rows.length },
  }
  const isEnough = rows.length >= FEWEST_INTERVIEWS
  const signs = qualitySigns.filter(
    (sign) => isEnough && shares[sign].of > 0 && shares[sign].count / shares[sign].of >= LOOK[sign],
  )
  return { group, interviews: rows.length, medianSeconds: medianOf(rows), ...shares, signs }
}

/** Papers copied from each other come in close together, so of many each is compared with its neighbours. */
const NEIGHBOURS = 100
const around = <Row>(rows: readonly Row[], at: number): Row[] => [
  ...rows.slice(Math.max(0, at - NEIGHBOURS), at),
  ...rows.slice(at + 1, at + 1 + NEIGHBOURS),
]

/** The middle one; of an even number the mean of the two in the middle. */
function medianOf(rows: readonly QualityRow[]): number | null {
  const times = rows.flatMap(({ seconds }) => (seconds === null ? [] : [seconds])).toSorted((one, other) => one - other)
  const [low, high] = [times[Math.floor((times.length - 1) / 2)], times[Math.floor(times.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const answeredIn = (places: readonly (number | null)[]): number => places.filter((place) => place !== null).length

function isStraight(places: readonly (number | null)[]): boolean {
  const counts = new Map<number, number>()
  for (const place of places) if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1)
  return Math.max(...counts.values()) >= SAME_PLACE * answeredIn(places)
}

/** Items that both left blank say nothing; fewer than five answers in common neither. */
function areAlike({ answers: one }: QualityRow, { answers: other }: QualityRow): boolean {
  let [both, same] = [0, 0]
  for (const [at, option] of one.entries()) {
    if (option === null && (other[at] ?? null) === null) continue
    both += 1
    if (option === other[at]) same += 1
  }
  return both >= FEWEST_ANSWERS && same >= ALIKE * both
}
