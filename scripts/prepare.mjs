/**
 * What start, test and the browser tests stand on: packages installed, application built, each only when it has to be.
 * Node's own modules only: when this runs, nothing may be installed yet. Every refusal is one sentence that says what
 * to do.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const OLDEST_NODE = [20, 19]
/** Everything that goes into a build. Content and migrations are read when the server starts. */
const BUILT_FROM = [
  'app',
  'drizzle/kit.ts',
  'drizzle/schema',
  'public',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
]
const INSTALL_STAMP = 'node_modules/.installed-from'
const BUILD_STAMP = 'build/built-from'
const INSTALL_LOG = '.cache/npm-ci.log'

/** Refuses a node that is too old to run anything here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Error(
    `This is node ${process.versions.node}; install node ${OLDEST_NODE.join('.')} or newer and run this again.`,
  )
}

/** True when node_modules holds what package-lock.json says, compiled for the running node. */
export const isInstalled = () => readStamp(INSTALL_STAMP) === installHash()

/** Installs the packages with `npm ci`, unless they were installed from this very lock. */
export function install() {
  if (isInstalled()) return
  console.log('Installing packages (the first time takes about two minutes) …')
  const [command, words] = npm('ci', '--include=dev', '--no-audit', '--no-fund')
  const { status, stderr } = spawnSync(command, words, {
    cwd: root,
    env: { ...process.env, ...nodeHeaders() },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (status !== 0) {
    writeBelowRoot(INSTALL_LOG, stderr)
    throw new Error(`npm ci failed: ${remedyFor(stderr)} (Its output is in ${INSTALL_LOG}.)`)
  }
  writeBelowRoot(INSTALL_STAMP, installHash())
}

/** Builds the application, unless the last build was made from these very files. */
export function build() {
  const hash = hashOf(BUILT_FROM)
  if (readStamp(BUILD_STAMP) === hash) return
  console.log('Building …')
  rmSync(join(root, BUILD_STAMP), { force: true })
  // Under test the Vite plugin would be off, and development would build React's slow half.
  const { VITEST: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'],
    {
      cwd: root,
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    },
  )
  if (status !== 0)
    throw new Error(`${stdout}${stderr}\nThe build failed: mend what is named above and run this again.`)
  writeBelowRoot(BUILD_STAMP, hash)
}

/**
 * Runs `main`; what it refuses is told in its own words, what we did wrong with its stack.
 * @param {() => Promise<void>} main
 */
export async function orExplain(main) {
  try {
    await main()
  } catch (error) {
    const { name, message, stack } = /** @type {Error} */ (error)
    console.error(name === 'Error' ? message : stack)
    process.exit(1)
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

/** A package compiled for one node does not load in the next, so the module version counts too. */
const installHash = () =>
  `${hashOf(['package-lock.json'])} ${process.versions.modules} ${process.platform} ${process.arch}`

/**
 * One hash over files and all files below folders: their names and their bytes.
 * @param {string[]} paths
 */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesAt))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesAt(`${path}/${name}`))
}

/** @param {string} file */
function readStamp(file) {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeBelowRoot(file, text) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
