/** Bounded load: a fixed number of tasks, a cap on the time, and a fixed number of them at once. */
import type { ServerProcess } from './server-process'

export type Bounds = { tasks: number; seconds: number }
export type Measured = {
  name: string
  done: number
  failures: string[]
  perSecond: number
  median: number
  slowest5Percent: number
  /** CPU milliseconds of the server for one task; null where the system does not tell. */
  cpuMs: number | null
}

export const CONCURRENCY = 32
/** How much of the bounds is spent before measuring, on top, so that compiled code is what is measured. */
const WARM_UP = 0.4

/** Warms up, then measures. `task` gets the number of its lane, 0 to CONCURRENCY − 1, and throws when it failed. */
export async function measure(
  name: string,
  server: ServerProcess,
  { tasks, seconds }: Bounds,
  task: (lane: number) => Promise<void>,
): Promise<Measured> {
  const warm = await runLanes({ tasks: Math.ceil(tasks * WARM_UP), seconds: seconds * WARM_UP }, task)
  const cpuBefore = server.cpuMs()
  const start = performance.now()
  const { times, failures } = await runLanes({ tasks, seconds }, task)
  const elapsed = performance.now() - start
  const cpuAfter = server.cpuMs()
  const done = times.length
  const sorted = times.sort((a, b) => a - b)
  return {
    name,
    done: warm.times.length + done,
    failures: [...warm.failures, ...failures],
    perSecond: (1000 * done) / elapsed,
    median: sorted[Math.floor(done * 0.5)] ?? Number.NaN,
    slowest5Percent: sorted[Math.floor(done * 0.95)] ?? Number.NaN,
    cpuMs: cpuBefore === null || cpuAfter === null || done === 0 ? null : (cpuAfter - cpuBefore) / done,
  }
}

async function runLanes({ tasks, seconds }: Bounds, task: (lane: number) => Promise<void>) {
  const times: number[] = []
  const failures: string[] = []
  const deadline = performance.now() + seconds * 1000
  let begun = 0
  const runLane = async (lane: number) => {
    while (begun < tasks && performance.now() < deadline) {
      begun++
      const start = performance.now()
      try {
        await task(lane)
        times.push(performance.now() - start)
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, (_, lane) => runLane(lane)))
  return { times, failures }
}
