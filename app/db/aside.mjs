/** The thread of `writeAside`. Plain JavaScript, because it is started from its own file beside the built server. */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** @type {{ file: string, pragmas: string[], statements: { sql: string, params: unknown[] }[] }} */
const { file, pragmas, statements } = workerData

const sqlite = new Database(file)
try {
  for (const pragma of pragmas) sqlite.pragma(pragma)
  const write = sqlite.transaction(() => {
    for (const { sql, params } of statements) sqlite.prepare(sql).run(...params)
  })
  write.immediate()
  parentPort?.postMessage(null)
} catch (error) {
  const { code = '', message } = /** @type {Error & { code?: string }} */ (error)
  parentPort?.postMessage({ code, message })
} finally {
  sqlite.close()
}
