/**
 * Breaks one thing in a copy of tests/fixtures/content-good and tells what an author would read. So each bad fixture is
 * one line of code beside the message that it must cause.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { describeFault } from '#app/content/fault'
import { loadCatalog } from '#app/content/load.server'
import { FIXTURE_ROOT } from './fixture-catalog'

export type Copy = {
  /** Where the copy's content/ lies, for what the other verbs cannot do. */
  folder: string
  /** Sets one place of a YAML file, such as 'questions.door-1.correct'. */
  set(file: string, place: string, value: unknown): void
  remove(file: string, place: string): void
  /** Replaces text in a file, which must be there. */
  replace(file: string, old: string, text: string): void
  write(file: string, text: string | Buffer): void
  drop(file: string): void
}

/** The lines that an author reads after `breakIt` has been done to a good catalogue; none when it is still good. */
export function faultsAfter(breakIt: (copy: Copy) => void): string[] {
  const root = mkdtempSync(join(tmpdir(), 'zhihuo-content-'))
  try {
    cpSync(FIXTURE_ROOT, root, { recursive: true })
    breakIt(copyAt(join(root, 'content')))
    return loadCatalog(root).faults.map(describeFault)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function copyAt(folder: string): Copy {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const write = (file: string, text: string | Buffer) => writeFileSync(join(folder, file), text)
  const edit = (file: string, change: (document: ReturnType<typeof parseDocument>) => void) => {
    const document = parseDocument(read(file))
    change(document)
    write(file, document.toString({ lineWidth: 0 }))
  }
  return {
    folder,
    write,
    set: (file, place, value) => edit(file, (document) => document.setIn(partsOf(place), document.createNode(value))),
    remove: (file, place) => edit(file, (document) => document.deleteIn(partsOf(place))),
    replace(file, old, text) {
      if (!read(file).includes(old)) throw new Error(`${file} does not contain ${old}`)
      write(file, read(file).replace(old, text))
    },
    drop: (file) => rmSync(join(folder, file), { recursive: true }),
  }
}

const partsOf = (place: string) => place.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
