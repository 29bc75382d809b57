/** The packages installed, only when they are not there. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { root } from './prepare.mjs'

const OLDEST_NODE = [20, 19]

/** Refuses a node that is too old to run anything here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `This is node ${process.versions.node}; install node ${OLDEST_NODE.join('.')} or newer and run this again.`,
  )
}

/**
 * True when node_modules holds what package-lock.json says, by npm's own record, and its one compiled package loads: one
 * compiled for another node does not.
 */
export function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const found = packagesIn(record)
  const hasOnlyWanted = Object.keys(found).every((path) => wanted[path])
  return (
    hasOnlyWanted && Object.entries(wanted).every(([path, want]) => isThere(want, found[path])) && canOpenDatabase()
  )
}

/** @typedef {{ integrity?: string, optional?: boolean, peer?: boolean, name?: string }} Package */

/**
 * @param {string} lock
 * @returns {Record<string, Package>}
 */
function packagesIn(lock) {
  const { '': _ourselves, ...packages } = JSON.parse(readFileSync(lock, 'utf8')).packages
  return packages
}

/**
 * @param {Package} wanted
 * @param {Package | undefined} found
 */
const isThere = (wanted, found) => (found ? found.integrity === wanted.integrity : wanted.optional || wanted.peer)

function canOpenDatabase() {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Installs the packages with `npm ci`, unless they are there. */
export function install() {
  if (isInstalled()) return
  console.log('Installing packages (the first time takes about two minutes) …')
  const [command, words] = npm('ci', '--include=dev', '--no-audit', '--no-fund')
  const { status, stderr, error } = spawnSync(command, words, {
    cwd: root,
    env: { ...process.env, ...nodeHeaders() },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (status !== 0) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    const output = stderr ?? String(error)
    writeFileSync(join(root, '.cache/npm-ci.log'), output)
    throw new Error(`npm ci failed: ${remedyFor(output)} (Its output is in .cache/npm-ci.log.)`)
  }
}

/**
 * Whether a command can be found on the PATH.
 * @param {string} name
 */
export const hasCommand = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))

/**
 * The command line of npm: the very one that runs this script, where there is one.
 * @param {...string} words
 * @returns {[string, string[]]}
 */
export function npm(...words) {
  const running = process.env.npm_execpath ?? ''
  return basename(running) === 'npm-cli.js' ? [process.execPath, [running, ...words]] : ['npm', words]
}

/** better-sqlite3 may have to be compiled; the headers beside this node spare a download. */
function nodeHeaders() {
  const prefix = dirname(dirname(realpathSync(process.execPath)))
  if (!existsSync(join(prefix, 'include/node/node.h'))) return {}
  const [command, words] = npm('config', 'get', 'nodedir')
  const { stdout } = spawnSync(command, words, { cwd: root, encoding: 'utf8' })
  return (stdout ?? '').trim() === 'undefined' ? { npm_config_nodedir: prefix } : {}
}

const COMPILER = 'install g++, make and python3 to compile better-sqlite3 (on Debian: apt-get install g++ make python3)'
/** @type {[RegExp, string][]} */
const REMEDIES = [
  [/ENOSPC/, 'the disk is full: make room and run this again.'],
  [
    /gyp ERR!.*headers/i,
    'the headers of this node are missing: put them into its include/node folder and run this again.',
  ],
  [/gyp ERR!/, `${COMPILER} and run this again.`],
  [/Missing: .* from lock file/, 'package-lock.json does not fit package.json: run npm install and commit both.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/,
    'the registry cannot be reached: mend the network and run this again.',
  ],
]

/** @param {string} output */
const remedyFor = (output) =>
  REMEDIES.find(([pattern]) => pattern.test(output))?.[1] ?? 'read what it said and run this again.'
