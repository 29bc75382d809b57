import type { ExclusionReason } from './estimate'

/**
 * One person: a score in [0, 1] for each item, in the order of the instrument; null = not administered.
 * A row with a reason in `excluded` is left out of every rate and counted under that reason.
 */
export type RespondentRow = {
  readonly scores: readonly (number | null)[]
  readonly excluded?: ExclusionReason | null
}
