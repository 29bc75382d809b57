import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

export type SqlText = { sql: string; params: unknown[] }

/** From the working directory, like drizzle/ and content/: the built server stands in another place than its source. */
const THREAD_FILE = 'app/db/aside.mjs'

/** Runs statements as one transaction on a connection of its own, in a thread. Rejects with the database's error and its code. */
export function writeAside(file: string, pragmas: string[], statements: SqlText[]): Promise<void> {
  return new Promise((done, reject) => {
    const worker = new Worker(resolve(THREAD_FILE), {
      workerData: { file: resolve(file), pragmas, statements },
      env: {},
    })
    worker.once('message', (refusal: { code: string; message: string } | null) =>
      refusal ? reject(Object.assign(new Error(refusal.message), { code: refusal.code })) : done(),
    )
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`writing aside ended with ${code}`)))
  })
}
