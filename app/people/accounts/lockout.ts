/** How long somebody waits after wrong passwords: growing, so that guessing does not pay and a typing mistake costs little. */

const FREE_TRIES = 5
const FIRST_WAIT_MINUTES = 1
const LONGEST_WAIT_MINUTES = 60
/** After a day without a wrong password the count begins again. */
export const FORGOTTEN_AFTER_MS = 86_400_000

export type Failures = { failures: number; lastAt: Date; lockedUntil: Date | null }

/** Minutes until the next try after this many wrong passwords in a row: 0 for four, then 1, 2, 4 … 60. */
export const waitMinutes = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MINUTES * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MINUTES)

/** The count after one more wrong password at `now`. */
export function afterFailure(before: Failures | null, now: Date): Failures {
  const isFresh = !before || now.getTime() - before.lastAt.getTime() > FORGOTTEN_AFTER_MS
  const failures = isFresh ? 1 : before.failures + 1
  const minutes = waitMinutes(failures)
  return { failures, lastAt: now, lockedUntil: minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : null }
}

/** Whole minutes still to wait, rounded up; 0 when one may try. */
export const minutesLeft = (failures: Failures | null, now: Date): number =>
  Math.max(0, Math.ceil(((failures?.lockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000))
