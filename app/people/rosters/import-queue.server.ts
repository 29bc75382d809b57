/**
 * The work on imports that this process does beside answering requests: one import at a time, in the order they came.
 * What is queued is lost when the process ends; see `interruptImports`.
 */

/** Kept across live reloads, so that there is one queue. */
const kept = globalThis as { zhihuoImportQueue?: Promise<void> }

/** Queues a piece of work. Resolves when it is done; work looks after its own failures. */
export function enqueueImport(work: () => Promise<void>): Promise<void> {
  const mine = (kept.zhihuoImportQueue ?? Promise.resolve()).then(work)
  kept.zhihuoImportQueue = mine.catch(() => {})
  return mine
}

/** Resolves when nothing is queued any more. */
export const importsIdle = (): Promise<void> => kept.zhihuoImportQueue ?? Promise.resolve()

/** Waits for the work, but not longer: whoever uploads a short list should not have to look at a progress bar. */
export const atMost = (work: Promise<void>, milliseconds: number): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())])

/** Lets other requests run. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
