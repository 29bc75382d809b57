/** Runs one job in a thread of its own, so that a large or hostile file holds up nobody else's page. */
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SheetLimits } from './limits'

/** What the thread needs to know of a sheet before its rows come. */
export type SheetHead = { name: string; columns: { title: string; width?: number }[] | null }

export type Job =
  | { kind: 'read-xlsx'; bytes: Uint8Array; sheetNames: string[]; limits: SheetLimits }
  | { kind: 'read-csv'; bytes: Uint8Array; limits: SheetLimits }
  | { kind: 'write-xlsx'; sheets: SheetHead[] }
  | { kind: 'write-csv' }

/** `crash` also stands for a thread that ended without a word. */
export type Ended<Result> = { how: 'finished'; result: Result } | { how: 'memory' | 'time' | 'crash' }

type Message<Question, Result> =
  | { kind: 'started' }
  | { kind: 'question'; question: Question }
  | { kind: 'result'; result: Result }

const MOST_AT_ONCE = 2
const MOST_MEGABYTES = 512
/** From the working directory, like content/ and drizzle/: the built server stands in another place than its source. */
const THREAD_FILE = 'app/sheets/worker/main.mjs'

let running = 0
const queue: (() => void)[] = []

/**
 * Waits for a free place, then lets the job run to its end. The thread's questions are answered one by one; an answer
 * that throws ends the thread and is thrown on. Only the time the thread itself works counts.
 */
export async function runInThread<Question, Result>(
  job: Job,
  answer: (question: Question) => Promise<unknown> | unknown,
  milliseconds: number,
): Promise<Ended<Result>> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  else running += 1
  const worker = new Worker(resolve(THREAD_FILE), {
    workerData: job,
    transferList: 'bytes' in job ? [job.bytes.buffer as ArrayBuffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 64 },
    env: {},
    execArgv: [],
  })
  try {
    return await converse<Question, Result>(worker, answer, milliseconds)
  } finally {
    await worker.terminate()
    const next = queue.shift()
    // The place passes on: whoever waits takes it over.
    if (next) next()
    else running -= 1
  }
}

function converse<Question, Result>(
  worker: Worker,
  answer: (question: Question) => Promise<unknown> | unknown,
  milliseconds: number,
): Promise<Ended<Result>> {
  return new Promise((resolve, reject) => {
    const clock = stopwatch(milliseconds, () => resolve({ how: 'time' }))
    let hasStarted = false
    worker.on('message', async (message: Message<Question, Result>) => {
      if (message.kind === 'started') hasStarted = true
      else if (message.kind === 'result') resolve({ how: 'finished', result: message.result })
      else {
        clock.pause()
        try {
          worker.postMessage(await answer(message.question))
          clock.start()
        } catch (error) {
          reject(error)
        }
      }
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ how: 'memory' })
      else if (hasStarted) resolve({ how: 'crash' })
      else reject(error)
    })
    worker.once('exit', () => {
      clock.pause()
      resolve({ how: 'crash' })
    })
    clock.start()
  })
}

/** Counts only while it runs. */
function stopwatch(milliseconds: number, onEnd: () => void) {
  let left = milliseconds
  let since = 0
  let timer: NodeJS.Timeout | undefined
  return {
    start() {
      since = performance.now()
      timer = setTimeout(onEnd, left).unref()
    },
    pause() {
      if (!timer) return
      clearTimeout(timer)
      timer = undefined
      left -= performance.now() - since
    },
  }
}
