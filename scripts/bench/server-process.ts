/** The servers that the bench measures: each its own process, so that its CPU time and memory are its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createVisitor } from './visitor'

export type ServerProcess = {
  port: number
  /** From the start of the process to its first 200. */
  startMs: number
  /** CPU time used so far, children included; null where the system does not tell. */
  cpuMs(): number | null
  /** Resident memory, children included; pages that processes share count in each. */
  memoryMegabytes(): number | null
  stop(): Promise<void>
}

const START_LIMIT_MS = 20_000
/** Linux counts CPU time for programs in hundredths of a second. */
const TICK_MS = 10

/** Starts `script` on a free port and waits until `path` is answered and it has the wanted number of child processes. */
export async function startServer(
  script: string,
  { path, env = {}, children = 0 }: { path: string; env?: Record<string, string>; children?: number },
): Promise<ServerProcess> {
  const [port, start] = [await freePort(), performance.now()]
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const killNow = () => child.kill('SIGKILL')
  process.once('exit', killNow)
  const complain = (code: number | null, signal: string | null) =>
    console.error(`The server ended by itself: ${signal ?? `exit code ${code}`}.`)
  child.once('exit', complain)
  await untilAnswered(child, port, path, children)
  const startMs = performance.now() - start
  return {
    port,
    startMs,
    cpuMs: () => sumOrNull(processesOf(child).map(cpuMsOf)),
    memoryMegabytes: () => sumOrNull(processesOf(child).map(residentMegabytesOf)),
    async stop() {
      process.off('exit', killNow)
      child.off('exit', complain)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function untilAnswered(child: ChildProcess, port: number, path: string, children: number): Promise<void> {
  const visitor = createVisitor(port)
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`)
    const status = await visitor
      .get(path)
      .then((reply) => reply.status)
      .catch(() => 0)
    // Only Linux tells how many processes there are; elsewhere the first answer has to do.
    const isWhole = process.platform !== 'linux' || childrenOf(child.pid ?? 0).length >= children
    if (status === 200 && isWhole) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer ${path} within ${START_LIMIT_MS / 1000} s.`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No free port on this machine.')
  return address.port
}

const processesOf = ({ pid }: ChildProcess): number[] => (pid ? [pid, ...childrenOf(pid)] : [])

function childrenOf(pid: number): number[] {
  const list = readProc(`${pid}/task/${pid}/children`)
  return (list ?? '').split(' ').filter(Boolean).map(Number)
}

function cpuMsOf(pid: number): number | null {
  // The name in parentheses may hold spaces; user and system time are the 12th and 13th field after it.
  const fields = readProc(`${pid}/stat`)?.split(') ').at(-1)?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : null
}

function residentMegabytesOf(pid: number): number | null {
  const kilobytes = readProc(`${pid}/status`)?.match(/^VmRSS:\s+(\d+)/m)?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : null
}

function readProc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return null
  }
}

function sumOrNull(values: (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
