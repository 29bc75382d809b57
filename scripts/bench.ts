/**
 * `npm run bench`: load on a temporary installation on this machine, beside two references measured in the same run: a
 * near-empty page of the same server (a) and node:http alone (b). Ends with 1 when any request failed or a count is wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadCatalog } from '#app/content/load.server'
import type { Module } from '#app/content/schema'
import { createSqliteStore } from '#app/db/sqlite.server'
import { verifyTallies } from '#app/learn/quiz/tallies.server'
import { describeEstimate, measureEstimate } from './bench/estimate'
import { describeImport, measureImport } from './bench/import'
import type { Measured } from './bench/load'
import { weighPage } from './bench/page-weight'
import { describeFindings, type Findings, rowsOf } from './bench/report'
import * as scenarios from './bench/scenarios'
import { type ServerProcess, startServer } from './bench/server-process'
import { build } from './build.mjs'
import { orExplain, root } from './prepare.mjs'

const MODULE_ID = 'extinguisher'
const LESSON = `/modules/${MODULE_ID}`

await orExplain(async () => {
  process.chdir(root)
  build()
  const folder = mkdtempSync(join(tmpdir(), 'zhihuo-bench-'))
  try {
    process.exitCode = (await bench(join(folder, 'bench.db'))) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true })
  }
})

async function bench(databaseFile: string): Promise<boolean> {
  const start = performance.now()
  const findings = await measureAll(databaseFile, findModule())
  console.log(describeFindings(findings))
  const failures = rowsOf(findings).flatMap((row) => row.failures.map((failure) => `${row.name}: ${failure}`))
  console.log(describeEstimate(measureEstimate()))
  const imported = await importAlone(join(dirname(databaseFile), 'import.db'))
  failures.push(...imported)
  for (const failure of new Set(failures)) console.error(`Failed: ${failure}`)
  const isCounted = await isEverythingCounted(databaseFile, [findings.journeys, findings.journeysOnTwo])
  console.log(`The bench took ${Math.round((performance.now() - start) / 1000)} s.`)
  return failures.length === 0 && isCounted
}

async function measureAll(databaseFile: string, module: Module): Promise<Findings> {
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    DATABASE_FILE: databaseFile,
    WEB_PROCESSES: '1',
    PAGE_CACHE: 'on',
  }
  const bare = await withServer('scripts/bench/bare-server.mjs', '/', {}, scenarios.measureBare)
  const one = await withServer('server.mjs', '/healthz', env, (server) => measureOneProcess(server, module))
  const rendered = await withServer('server.mjs', '/healthz', { ...env, PAGE_CACHE: 'off' }, async (server) => ({
    startMs: server.startMs,
    landingRendered: await scenarios.measureRendered(server, 'landing page', '/'),
    lessonRendered: await scenarios.measureRendered(server, 'lesson', LESSON),
    emptyAgain: await scenarios.measureEmptyPage(server, 'the same at the end'),
  }))
  const two = await withServer('server.mjs', '/healthz', { ...env, WEB_PROCESSES: '2' }, async (server) => ({
    journeysOnTwo: await scenarios.measureJourneys(server, module, 'whole journey, two processes'),
    megabytes: server.memoryMegabytes(),
  }))
  return { bare, ...one, ...rendered, ...two, megabytes: { one: one.megabytes, two: two.megabytes } }
}

/** On a server and a file of its own, so that nothing else is counted. Returns what failed. */
async function importAlone(databaseFile: string): Promise<string[]> {
  const env = { NODE_ENV: 'production', LOG_LEVEL: 'silent', DATABASE_FILE: databaseFile, WEB_PROCESSES: '1' }
  const measured = await withServer('server.mjs', '/healthz', env, (server) => measureImport(server, databaseFile))
  console.log(describeImport(measured))
  return measured.failures.map((failure) => `import: ${failure}`)
}

async function measureOneProcess(server: ServerProcess, module: Module) {
  return {
    landing: await scenarios.measureCached(server, 'landing page', '/'),
    lesson: await scenarios.measureCached(server, 'lesson', LESSON),
    quizPage: await scenarios.measureQuizPage(server, module),
    search: await scenarios.measureSearch(server),
    empty: await scenarios.measureEmptyPage(server, 'near-empty Remix page (a)'),
    save: await scenarios.measureSave(server, module),
    journeys: await scenarios.measureJourneys(server, module, 'whole journey, one process'),
    megabytes: server.memoryMegabytes(),
    weights: await weighPage(server.port, LESSON),
  }
}

async function withServer<Result>(
  script: string,
  path: string,
  env: Record<string, string>,
  use: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const processes = Number(env.WEB_PROCESSES ?? 1)
  // One process serves by itself; several are the children of one that only starts them.
  const server = await startServer(script, { path, env, children: processes > 1 ? processes : 0 })
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

/** Whether the database holds one result a journey, and every tally is what a recount gives. */
async function isEverythingCounted(databaseFile: string, journeys: Measured[]): Promise<boolean> {
  const store = createSqliteStore(databaseFile)
  const results = await store.db.$count(store.tables.attemptResults)
  const differences = await verifyTallies(store)
  store.close()
  const taken = journeys.reduce((sum, { done }) => sum + done, 0)
  for (const difference of differences) console.error(difference)
  console.log(`${taken} journeys left ${results} results; recounted, ${differences.length} counts differ.`)
  return results === taken && differences.length === 0
}

function findModule(): Module {
  const module = loadCatalog(root).catalog?.modules.find(({ id }) => id === MODULE_ID)
  if (!module) throw new Error('content/ has faults: npm run check:content says which.')
  return module
}
