import type { Typed } from '#app/http/read-fields'

/** What was done on a person's page; the address carries it to the page that says so. */
export const DONE = ['added', 'saved', 'addedTo', 'ended', 'unlinked', 'merged', 'recorded', 'withdrawDone'] as const
export type Done = (typeof DONE)[number]

/** What a form of a person's page came to. `errors` holds, by field, a `Fault`. */
export type Outcome =
  | { kind: 'done'; done: Done }
  | { kind: 'shown'; phone: string }
  | { kind: 'wrong'; intent: string; errors: Record<string, string>; typed: Typed }

/** Of a page's outcome: what was wrong with the form of this intent. */
export const wrongIn = (outcome: Outcome | undefined, intent: string) =>
  outcome?.kind === 'wrong' && outcome.intent === intent ? outcome : null
