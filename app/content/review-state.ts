/**
 * What the newest review of a module still says of it. The newest one alone decides: a signature covers every part as it
 * read then, so an edited part falls out of it by itself; a return takes the whole signature away until somebody signs
 * again (docs/decisions/017).
 */

/** `opening`, `f3`, `section.<id>` or `question.<id>`, and the hash of all an author may change about it. */
export type Part = { part: string; hash: string }

export const decisions = ['signed', 'returned'] as const
export type Decision = (typeof decisions)[number]

export type Review = {
  decision: Decision
  version: string
  reviewerName: string
  reviewerUnit: string
  /** In Asia/Shanghai, YYYY-MM-DD. */
  day: string
  note: string | null
}

/** A review with what it covers: the parts of a signature; nothing of a return. */
export type CoveringReview = Review & { parts: readonly Part[] }

/** Nobody has signed; signed and changed since; sent back; signed as it reads now. */
export const reviewStates = ['awaiting', 'partly', 'returned', 'signed'] as const
export type ReviewState = (typeof reviewStates)[number]

export type Reviewer = { unit: string; name: string; day: string }

export type ModuleReview = {
  state: ReviewState
  /** Who signed or sent back; null while nobody has. */
  by: Reviewer | null
  /** How many parts were changed, added or taken away since the signature. */
  changed: number
  /** The parts that read as they were signed. */
  signed: ReadonlySet<string>
}

export const UNREVIEWED: ModuleReview = { state: 'awaiting', by: null, changed: 0, signed: new Set() }

/** Holds the parts of a module against its newest review. */
export function reviewOf(parts: readonly Part[], newest: CoveringReview | null): ModuleReview {
  if (!newest) return UNREVIEWED
  const by = { unit: newest.reviewerUnit, name: newest.reviewerName, day: newest.day }
  if (newest.decision === 'returned') return { ...UNREVIEWED, state: 'returned', by }
  const covered = new Map(newest.parts.map(({ part, hash }) => [part, hash]))
  const present = new Set(parts.map(({ part }) => part))
  const signed = new Set(parts.filter(({ part, hash }) => covered.get(part) === hash).map(({ part }) => part))
  // Where nothing is left of what was signed, the signature says nothing any more.
  if (signed.size === 0) return UNREVIEWED
  const gone = newest.parts.filter(({ part }) => !present.has(part)).length
  const changed = parts.length - signed.size + gone
  return { state: changed === 0 ? 'signed' : 'partly', by, changed, signed }
}

/** The same for what a lesson page shows: its questions stand elsewhere. */
export function pageReviewOf(parts: readonly Part[], newest: CoveringReview | null): ModuleReview {
  const isOnPage = ({ part }: Part) => !part.startsWith('question.')
  return reviewOf(parts.filter(isOnPage), newest && { ...newest, parts: newest.parts.filter(isOnPage) })
}
