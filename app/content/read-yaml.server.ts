/** Reads the files below content/ one by one; what is wrong with one becomes a fault. Only the loader uses it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { z } from 'zod'
import { type Fault, faultFromIssue, faultFromYamlError } from './fault'
import { id } from './pieces'

/** One pass over the files below `root`/content, with the faults found on the way. */
export type Reading = { root: string; faults: Fault[] }

const LOCALES = ['zh-CN', 'en'] as const

/** What the file holds, checked against its schema; null when it is missing or broken. */
export function readYaml<Schema extends z.ZodType>(
  reading: Reading,
  file: string,
  schema: Schema,
): z.infer<Schema> | null {
  const path = join(reading.root, file)
  if (!existsSync(path)) {
    reading.faults.push({ file, path: '', expected: 'this file', remedy: 'Create it as content/README.md shows.' })
    return null
  }
  const text = readFileSync(path, 'utf8')
  if (text.includes('\ufffd')) {
    const remedy = 'Save it again with the encoding UTF-8 (an editor may have written GBK).'
    reading.faults.push({ file, path: '', expected: 'text in UTF-8', remedy })
    return null
  }
  try {
    const parsed = schema.safeParse(parseYaml(text))
    if (parsed.success) return parsed.data
    reading.faults.push(...parsed.error.issues.map((issue) => faultFromIssue(file, issue)))
  } catch (error) {
    reading.faults.push(faultFromYamlError(file, error))
  }
  return null
}

/** The words of a folder. Chinese must be there; English may be missing. */
export function readWords<Schema extends z.ZodType>(reading: Reading, folder: string, schema: Schema) {
  type Words = z.infer<Schema>
  const words: { 'zh-CN'?: Words; en?: Words } = {}
  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.yaml`
    if (locale !== 'zh-CN' && !existsSync(join(reading.root, file))) continue
    const read = readYaml(reading, file, schema)
    if (read) words[locale] = read
  }
  return words['zh-CN'] ? { ...words, 'zh-CN': words['zh-CN'] } : null
}

/** The words of a folder in both languages, neither of which may be missing. */
export function readBothWords<Schema extends z.ZodType>(reading: Reading, folder: string, schema: Schema) {
  const chinese = readYaml(reading, `${folder}/zh-CN.yaml`, schema)
  const english = readYaml(reading, `${folder}/en.yaml`, schema)
  return chinese && english ? { 'zh-CN': chinese, en: english } : null
}

/** Names of the folders in a folder, in order; none when it is not there. */
export function foldersIn({ root }: Reading, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** As foldersIn, for folders whose name is an id; any other name is a fault, and nothing else is said of the folder. */
export function idFoldersIn(reading: Reading, folder: string): string[] {
  return foldersIn(reading, folder).filter((name) => {
    const { error } = id.safeParse(name)
    const expected = error?.issues[0]?.message
    if (expected)
      reading.faults.push({
        file: `${folder}/${name}`,
        path: '',
        expected: `the folder's name to be ${expected}`,
        remedy: 'Rename the folder, and write the same id in its files.',
      })
    return !error
  })
}

/** Names, without their ending, of the files in a folder that have it. */
export function filesIn({ root }: Reading, folder: string, ending: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path).filter((name) => name.endsWith(ending))
  return names.map((name) => name.slice(0, -ending.length)).sort()
}

/** Twelve hexadecimal digits that name this very content. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)
}
