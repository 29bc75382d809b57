/**
 * A thread that reads or writes one file and ends. Plain JavaScript, because it is started from its own file beside the
 * built server (docs/decisions/012). It says that it has started, asks (here are rows; give me rows), waits for each
 * answer, and tells the result.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { readCsv } from './read-csv.mjs'
import { readXlsx } from './read-xlsx.mjs'
import { Refused } from './refused.mjs'
import { rowGatherer } from './rows.mjs'
import { writeCsv } from './write-csv.mjs'
import { writeXlsx } from './write-xlsx.mjs'

/** @typedef {import('../thread.server').Job} Job */

const port = parentPort
if (!port) throw new Error('this file is started as a thread')

/** @param {unknown} question @returns {Promise<any>} */
const ask = (question) =>
  new Promise((resolve) => {
    port.once('message', resolve)
    port.postMessage({ kind: 'question', question })
  })

/** @param {Job} job @returns {Promise<unknown>} */
async function work(job) {
  if (job.kind === 'write-xlsx') return writeXlsx(job.sheets, ask)
  if (job.kind === 'write-csv') return writeCsv(ask)
  const rows = rowGatherer(job.limits, ask)
  try {
    if (job.kind === 'read-csv') {
      const encoding = await readCsv(job.bytes, rows)
      return { ok: true, sheetName: null, encoding, rowCount: rows.count() }
    }
    const sheetName = await readXlsx(job.bytes, job.sheetNames, job.limits, rows)
    return { ok: true, sheetName, encoding: 'xlsx', rowCount: rows.count() }
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) }
  }
}

/** What unpacking, decoding and splitting complain about is the file's fault. @param {unknown} error */
function refusalOf(error) {
  if (error instanceof Refused) return error.refusal
  return error instanceof Error && error.message.startsWith('too many bytes in the stream')
    ? 'unpacks-too-large'
    : 'damaged'
}

port.postMessage({ kind: 'started' })
const result = await work(workerData)
port.postMessage({ kind: 'result', result })
