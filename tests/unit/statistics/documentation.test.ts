import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, sourcesIn } from '../../support/source-files'

const text = readFileSync('docs/statistics.md', 'utf8')
const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!)
const app = sourcesIn(['app'], /\.tsx?$/)

test('every file that docs/statistics.md names exists', () => {
  const files = named.filter((name) => /\.(ts|md)$/.test(name))
  const folders = ['', 'app/statistics/', 'tests/unit/statistics/']
  const missing = files.filter((file) => !folders.some((folder) => existsSync(`${folder}${file}`)))
  expect(missing).toEqual([])
  expect(files.length).toBeGreaterThan(60)
})

test('a function stands before the file it is in', () => {
  const pairs = [...text.matchAll(/`([a-zA-Z0-9]+)`\s`([a-z0-9/-]+\.ts)`/g)]
  const exported = (name: string, file: string) => {
    const path = file.includes('/') ? file : `app/statistics/${file}`
    return new RegExp(`export (async )?function ${name}\\b`).test(readFileSync(path, 'utf8'))
  }
  expect(pairs.filter(([, name, file]) => !exported(name!, file!)).map(([pair]) => pair)).toEqual([])
  expect(pairs.length).toBeGreaterThan(50)
})

test('every statistical function that the app uses is named there', () => {
  const used = app
    .filter(({ path }) => !path.startsWith('app/statistics/'))
    .flatMap(({ text }) => [...text.matchAll(/import \{[^}]+\} from '#app\/statistics\/([a-z0-9-]+)'/g)])
    .map(([, file]) => camelCase(file!))
  expect(used).toContain('overallRate')
  expect([...new Set(used)].filter((name) => !named.includes(name))).toEqual([])
})

test('every file of app/statistics that a figure is named after is documented, or a part of one that is', () => {
  const files = sourcesIn(['app/statistics'], /\.ts$/)
  const inside = new Set(
    files.flatMap((source) =>
      importsOf(source)
        .filter(({ isType }) => !isType)
        .map(({ to }) => to),
    ),
  )
  const alone = files.map(({ path }) => path.replace(/\.ts$/, '')).filter((path) => !inside.has(path))
  const functions = alone.filter((path) => files.some((file) => file.path === `${path}.ts` && hasFunction(file.text)))
  expect(functions.map((path) => camelCase(basename(path))).filter((name) => !named.includes(name))).toEqual([])
})

function hasFunction(source: string): boolean {
  return /^export function/m.test(source)
}

function camelCase(file: string): string {
  return file.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
