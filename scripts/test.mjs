/** `npm test`: installs what is missing, checks everything, runs every test, and ends with one line that counts them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { hasCommand, install, isInstalled, npm, requireNode } from './install.mjs'
import { orExplain, root } from './prepare.mjs'

/** Scripts of package.json; each has to succeed, and none keeps the others from running. */
const CHECKS = ['format:check', 'types', 'check:content']
const COMPILER = ['g++', 'make', 'python3']

await orExplain(async () => {
  requireNode()
  process.chdir(root)
  installDebianPackages()
  install()
  build()
  const broken = CHECKS.filter((check) => !run(...npm('run', '--silent', check)))
  const { passed, failed, skipped } = runTests()
  if (broken.length > 0) console.log(`Failed before the tests: npm run ${broken.join(', npm run ')}`)
  const failures = failed + broken.length
  console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failures > 0 ? 1 : 0
})

/** A browser and a Chinese font for the browser tests, and a compiler while packages are still to be installed. */
function installDebianPackages() {
  const canInstall = process.getuid?.() === 0 && hasCommand('apt-get')
  const forTests = missingForTests()
  const forPackages = isInstalled() || !canInstall ? [] : COMPILER.filter((name) => !hasCommand(name))
  const missing = [...forTests, ...forPackages]
  if (missing.length === 0) return
  const names = missing.join(' ')
  if (!canInstall)
    throw new Error(
      `The tests need what is missing here: as root, run apt-get install ${names} (or set CHROMIUM_PATH), then npm test again.`,
    )
  console.log(`Installing ${names} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const words = ['install', '-y', '-qq', '--no-install-recommends', ...missing]
  if (!run('apt-get', ['update', '-qq'], env) || !run('apt-get', words, env))
    throw new Error(`apt-get could not install ${names}: mend what it says above and run npm test again.`)
}

function missingForTests() {
  const hasChromium = existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')
  const fonts = spawnSync('fc-list', { encoding: 'utf8' }).stdout ?? ''
  return [
    ...(hasChromium ? [] : ['chromium']),
    ...(hasCommand('fc-list') ? [] : ['fontconfig']),
    ...(/noto.*cjk/i.test(fonts) ? [] : ['fonts-noto-cjk']),
  ]
}

/** Runs vitest once, its output streaming, and counts from its own report. A report that cannot be read is a failure. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'zhihuo-tests-'))
  const report = join(folder, 'report.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isGreen = run(process.execPath, ['node_modules/vitest/vitest.mjs', ...words])
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  rmSync(folder, { recursive: true, force: true })
  // A file that does not load, an error outside of any test, or no test at all.
  if (counts.failed === 0 && (!isGreen || counts.passed === 0)) return { ...counts, failed: 1 }
  return counts
}

/** @param {Record<string, number>} report */
function countsOf({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/**
 * Runs a command with its output in ours; true when it succeeds.
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words, env = process.env) {
  return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
