/**
 * What a verb of this room answers. Not done: `problem` is a key of the texts (`places.problem.…` or
 * `organizations.problem.…`) that says what to do, `at` the field it is about, and `data` what the sentence names.
 * null instead of an outcome: there is no such thing in the account's scope.
 */
export type Outcome<Problem extends string> =
  | { done: true; id: string }
  | { done: false; problem: Problem; at?: string; data?: Record<string, string | number> }

export const done = (id: string): { done: true; id: string } => ({ done: true, id })

export const refused = <Problem extends string>(
  problem: Problem,
  { at, ...data }: { at?: string; [name: string]: string | number | undefined } = {},
): { done: false; problem: Problem; at?: string; data: Record<string, string | number> } => ({
  done: false,
  problem,
  ...(at ? { at } : {}),
  data: Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
})
