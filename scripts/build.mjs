/** The application built, only when something has changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './prepare.mjs'

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
const STAMP = join(root, 'build/built-from')

/** Builds the application, unless the last build was made from these very files. */
export function build() {
  const hash = hashOf(BUILT_FROM)
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  console.log('Building …')
  rmSync(STAMP, { force: true })
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
  writeFileSync(STAMP, hash)
}

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
