/**
 * Reads content/ once, checks it and returns the catalogue, or every fault found. Only the
 * loader, which is this file and those it calls, reads content/.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { checkModule } from './check'
import { checkDrawing } from './check-drawing'
import type { Fault } from './fault'
import { loadInstruments } from './load-instruments.server'
import { loadKinds } from './load-kinds.server'
import { findNearCopies } from './near-copy'
import { filesIn, foldersIn, hashOf, idFoldersIn, type Reading, readWords, readYaml } from './read-yaml.server'
import { type Catalog, catalogList, type Module, moduleStructure, moduleWords, sourceList } from './schema'

export type Loaded = { catalog: Catalog; faults: [] } | { catalog: null; faults: Fault[] }

/**
 * Loads every authored file below `root`/content. Never throws for what an author can do: broken files come back as
 * faults, and then there is no catalogue.
 */
export function loadCatalog(root: string): Loaded {
  const reading: Reading = { root, faults: [] }
  const sources = readYaml(reading, 'content/sources.yaml', sourceList)
  const list = readYaml(reading, 'content/catalog.yaml', catalogList)
  const folders = idFoldersIn(reading, 'content/modules')
  const modules = folders.map((folder) => readModule(reading, folder, sources))
  const instruments = loadInstruments(reading)
  const read = modules.filter((module) => module !== null)
  reading.faults.push(...findNearCopies(read, instruments))
  if (list) reading.faults.push(...compareCatalog(list, folders))
  const before = list &&
    sources && { sources, ...namesIn(reading, folders, modules), audiences: Object.keys(list.audiences) }
  const kinds = loadKinds(reading, before)
  if (!list || !sources || !kinds || reading.faults.length > 0) return { catalog: null, faults: reading.faults }
  const ordered = list.modules
    .map((id) => read.find((module) => module.id === id))
    .filter((module) => module !== undefined)
  const whole = {
    modules: ordered,
    audiences: list.audiences,
    sources,
    instruments,
    ...kinds,
  }
  return { catalog: { ...whole, version: hashOf(whole) }, faults: [] }
}

/** What the other kinds may refer to. */
const namesIn = (reading: Reading, folders: string[], modules: (Module | null)[]) => ({
  modules: new Map(folders.map((folder, place) => [folder, modules[place] ? Object.keys(modules[place].facts) : null])),
  instruments: foldersIn(reading, 'content/surveys').filter((name) => name !== 'background'),
})

/** The bytes of one picture of a module; null when there is none of that name. */
export function readPicture(root: string, moduleId: string, name: string): string {
  return readFileSync(join(root, 'content/modules', moduleId, 'pictures', `${name}.svg`), 'utf8')
}

function readModule(reading: Reading, name: string, sources: z.infer<typeof sourceList> | null): Module | null {
  const folder = `content/modules/${name}`
  const structure = readYaml(reading, `${folder}/module.yaml`, moduleStructure)
  const words = readWords(reading, folder, moduleWords)
  const pictures = filesIn(reading, `${folder}/pictures`, '.svg')
  // What one broken file would make of the others is no fault of theirs.
  if (!structure || !words || !sources) return null
  reading.faults.push(...checkModule({ folder, structure, words, pictures }, sources))
  const whole = { ...structure, words, pictures }
  const drawn = pictures.map((picture) => readPicture(reading.root, name, picture))
  pictures.forEach((picture, place) => {
    reading.faults.push(...checkDrawing(`${folder}/pictures/${picture}.svg`, drawn[place] ?? ''))
  })
  const drawings = Object.fromEntries(pictures.map((picture, place) => [picture, hashOf(drawn[place])]))
  return { ...whole, drawings, version: hashOf({ whole, drawings: drawn }) }
}

function compareCatalog(list: z.infer<typeof catalogList>, folders: string[]): Fault[] {
  const file = 'content/catalog.yaml'
  const named = [
    ...list.modules.map((id) => ({ id, path: 'modules' })),
    ...Object.entries(list.audiences).flatMap(([audience, { required, suggested }]) =>
      [...required, ...suggested].map((id) => ({ id, path: `audiences.${audience}` })),
    ),
  ]
  const unknown = named.filter(({ id }) => !folders.includes(id))
  const unlisted = folders.filter((folder) => !list.modules.includes(folder))
  const repeated = list.modules.filter((id, place) => list.modules.indexOf(id) < place)
  return [
    ...repeated.map((id) => ({
      file,
      path: 'modules',
      expected: 'each module once',
      remedy: `Remove the second ${id}.`,
    })),
    ...unknown.map(({ id, path }) => ({
      file,
      path,
      expected: 'modules that exist',
      remedy: `Create content/modules/${id} or remove it from this list.`,
    })),
    ...unlisted.map((id) => ({ file, path: 'modules', expected: `an entry ${id}`, remedy: `Add ${id} to the list.` })),
  ]
}
