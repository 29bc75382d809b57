/** The built server as tests use it: built when something has changed, started as a process of its own, stopped after. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from '../../scripts/build.mjs'
import { root } from '../../scripts/prepare.mjs'

/** Runs once before the browser tests. */
export const setup = (): void => build()

export type Server = {
  url: string
  databaseFile: string
  /** Every line written to standard output so far. */
  lines: string[]
  /** Ends it with these signals, SIGTERM when none is named. */
  stop(...signals: NodeJS.Signals[]): Promise<Ended>
}

export type Ended = { code: number | null; output: string }

type Start = {
  /** Where content/, drizzle/ and build/ are read from. */
  folder?: string
  databaseFile?: string
  env?: Record<string, string>
}

/** Starts a server on a free port and a database of its own; fails with its output when it does not come up. */
export async function startServer(start: Start = {}): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'zhihuo-test-'))
  const databaseFile = start.databaseFile ?? join(data, 'test.db')
  const child = spawnServer({ ...start, databaseFile })
  const lines: string[] = []
  const ended = endOf(child)
  const port = await new Promise<string>((resolve, reject) => {
    ended.then(({ output }) => reject(new Error(`The server ended: ${output}`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line)
      const found = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
  const stop = async (...signals: NodeJS.Signals[]) => {
    for (const signal of signals.length > 0 ? signals : ['SIGTERM' as const]) child.kill(signal)
    const end = await ended
    rmSync(data, { recursive: true, force: true })
    return end
  }
  return { url: `http://localhost:${port}`, databaseFile, lines, stop }
}

/** Starts a server that is expected to refuse, and waits for its end. */
export const startInVain = (start: Start): Promise<Ended> => endOf(spawnServer(start))

function spawnServer({ folder = root, databaseFile = ':memory:', env = {} }: Start): ChildProcess {
  const { VITEST: _, ...inherited } = process.env
  return spawn(process.execPath, [join(root, 'server.mjs')], {
    cwd: folder,
    env: { ...inherited, NODE_ENV: 'production', PORT: '0', DATABASE_FILE: databaseFile, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function endOf(child: ChildProcess): Promise<Ended> {
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data) => (output += String(data)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
