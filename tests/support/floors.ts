/**
 * The sentences of the design's "Floors", each as a function from source files to offences. tests/architecture.test.ts
 * runs every one on the real source and on a sample that offends.
 */
import { builtinModules } from 'node:module'
import { importsOf, methodCallsOf, type Source } from './source-files'

export type Rule = (sources: readonly Source[]) => string[]

const WINGS = ['people', 'learn', 'train', 'reach', 'measure']
const GROUND = ['content', 'statistics', 'db', 'http', 'i18n', 'ui', 'sheets']
/** A React context is a pure value that ui and routes share, so these two files may create one. */
const CONTEXTS = ['app/http/nonce.ts', 'app/http/view-context.ts']
/** Reads the language of the page from its context. */
const TRANSLATION_HOOK = 'app/i18n/use-translation.ts'

/** 0 for the ground, then the wings from people to measure, then the routes and the files directly in app/. */
function floorOf(path: string): number | null {
  const [root, place = '', file] = path.split('/')
  if (root !== 'app') return null
  if (path.replace(/\.ts$/, '') === 'app/env.server') return 0
  if (place === 'routes' || file === undefined) return WINGS.length + 1
  if (GROUND.includes(place)) return 0
  return WINGS.includes(place) ? WINGS.indexOf(place) + 1 : null
}

const isPure = ({ path }: Source) => /^app\/(?!routes\/)[^/]+\/.+\.ts$/.test(path) && !/\.(server|d)\.ts$/.test(path)
const isServer = (to: string) => to.endsWith('.server')
const isNode = (to: string) => to.startsWith('node:') || builtinModules.includes(to.split('/')[0] ?? '')
const isReact = (to: string) => /^(react|react-dom|@remix-run\/react)(\/|$)/.test(to)

export const fileStandsInAKnownPlace: Rule = (sources) =>
  sources.filter(({ path }) => floorOf(path) === null).map(({ path }) => path)

export const importsGoDown: Rule = (sources) =>
  eachImport(sources, (source, { to }) => (floorOf(to) ?? 0) > (floorOf(source.path) ?? 0))

export const nothingImportsRoutes: Rule = (sources) => eachImport(sources, (_, { to }) => /^app\/routes(\/|$)/.test(to))

export const pureFilesDoNoInputOrOutput: Rule = (sources) =>
  eachImport(sources.filter(isPure), (_, { to, isType }) => isNode(to) || (isServer(to) && !isType))

export const pureFilesKnowNoReact: Rule = (sources) =>
  eachImport(sources.filter(isPure), ({ path }, { to, names }) => {
    const allowed = CONTEXTS.includes(path) ? 'createContext' : path === TRANSLATION_HOOK ? 'useContext' : null
    return isReact(to) && !(to === 'react' && names.every((name) => name === allowed))
  })

const CLOCK_OR_CHANCE =
  /Date\.now|new Date\(\s*\)|new Date\b(?!\()|Math\.random|randomUUID|getRandomValues|performance\.now|\bprocess\b/

/** app/db/ids.ts makes the ids, so it alone may; a pure file may not make one. */
export const pureFilesKnowNoClockAndNoChance: Rule = (sources) => [
  ...eachMatch(sources.filter(isPure), CLOCK_OR_CHANCE),
  ...eachImport(sources, ({ path }, { to }) => to === 'uuid' && path !== 'app/db/ids.ts'),
  ...eachImport(sources.filter(isPure), (_, { to, names }) => to === 'app/db/ids' && names.includes('newId')),
]

export const whatShowsDoesNoInputOrOutput: Rule = (sources) => {
  const shows = sources.filter(({ path }) => /^app\/(?!routes\/)[^/]+\/.+\.tsx$/.test(path))
  return eachImport(shows, (_, { to, isType }) => isNode(to) || (isServer(to) && !isType))
}

export const statisticsStandAlone: Rule = (sources) =>
  eachImport(inFolder(sources, 'app/statistics'), (_, { to }) => !to.startsWith('app/statistics/'))

export const uiKnowsNothingOfFire: Rule = (sources) =>
  eachImport(inFolder(sources, 'app/ui'), (_, { to }) => {
    const isContext = CONTEXTS.includes(`${to}.ts`)
    return !isContext && to !== 'react' && `${to}.ts` !== TRANSLATION_HOOK && !to.startsWith('app/ui/')
  })

/** What the sheets may use: Node, the packages that unpack, pack, parse and split, and themselves. Not the disk. */
const SHEETS_USE = /^(node:(buffer|path|stream|worker_threads)|yauzl|fflate|saxes|csv-parse|app\/sheets\/.+)$/

export const sheetsKnowNothingOfFire: Rule = (sources) =>
  eachImport(inFolder(sources, 'app/sheets'), (_, { to }) => !SHEETS_USE.test(to))

/** Files that start threads, and what runs in them: plain JavaScript beside them. Everything else asks these. */
const THREADS = [
  'app/sheets/thread.server.ts',
  'app/sheets/worker/main.mjs',
  'app/db/aside.server.ts',
  'app/db/aside.mjs',
]

/** Few files start threads, so that these count them; what runs in them is plain JavaScript beside it. */
export const threadsStartInFewPlaces: Rule = (sources) => [
  ...eachImport(
    sources,
    ({ path }, { to }) => /^(node:)?(worker_threads|child_process|cluster)$/.test(to) && !THREADS.includes(path),
  ),
  ...sources
    .filter(({ path }) => path.endsWith('.mjs') && !path.startsWith('app/sheets/worker/') && !THREADS.includes(path))
    .map(({ path }) => path),
]

export const oneFileReadsTheEnvironment: Rule = (sources) =>
  eachMatch(
    sources.filter(({ path }) => path !== 'app/env.server.ts'),
    /process\s*(\?\.|\.)\s*env|process\s*\[|=\s*process\b(?!\s*[.?[])|node:process|import\.meta\.env/,
  )

export const transactionsStandInDb: Rule = (sources) => eachMatch(outsideDb(sources), /\.transaction\s*\(/)

/** FTS5 is SQLite's own: one file speaks it, so that another database needs one other file. */
export const oneFileSpeaksFullText: Rule = (sources) =>
  eachMatch(
    sources.filter(({ path }) => path !== 'app/db/search.server.ts'),
    /\bbm25\(|search_(public|explanations)|\bmatch \?/,
  )

/** drizzle's .all(), .get() and .run() take nothing, or stand directly on the database. */
export const queriesAreAwaitedOutsideDb: Rule = (sources) =>
  outsideDb(sources).flatMap((source) =>
    methodCallsOf(source)
      .filter(({ method }) => ['all', 'get', 'run', 'values'].includes(method))
      .filter(({ receiver, method, arguments: given }) =>
        /(^|\.)(db|tx)$/.test(receiver) ? true : given.length === 0 && (method !== 'values' || /\btx\b/.test(receiver)),
      )
      .map(({ method }) => `${source.path}: .${method}(`),
  )

/** The loader of content/, in two files: how one is read, and what is read. */
const READS_CONTENT = ['app/content/load.server.ts', 'app/content/read-yaml.server.ts']
const READS_FILES = /^app\/(content\/(load|read-yaml)\.server\.ts|http\/secret\.server\.ts|db\/)/

export const oneFileReadsContent: Rule = (sources) => [
  ...eachImport(sources, ({ path }, { to }) => /^(node:)?fs(\/|$)/.test(to) && !READS_FILES.test(path)),
  ...eachImport(
    sources,
    ({ path }, { to }) =>
      to === 'app/content/read-yaml.server' && !/^app\/content\/load[a-z-]*\.server\.ts$/.test(path),
  ),
  ...eachImport(sources, (_, { to }) => /^content\//.test(to)),
  ...eachMatch(
    sources.filter(({ path }) => READS_FILES.test(path) && !READS_CONTENT.includes(path)),
    /['"`/]content\//,
  ),
]

/** Only the routes and the files directly in app/ know which database the process has; everybody else is given a store. */
export const theStoreIsGiven: Rule = (sources) =>
  eachImport(sources, ({ path }, { to }) => to === 'app/db/main.server' && (floorOf(path) ?? 0) <= WINGS.length)

export const nobodyImportsRemix: Rule = (sources) => eachImport(sources, (_, { to }) => /^remix(\/|$)/.test(to))

export const filesAreShort: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    const most = path.startsWith('app/routes/') ? 120 : 200
    const lines = text.trimEnd().split('\n').length
    return lines > most ? [`${path} has ${lines} lines; ${most} are allowed`] : []
  })

/** Which rooms insert into, update or delete from each table. */
export function writersOf(sources: readonly Source[], tables: readonly string[]): Record<string, string[]> {
  const rooms = new Map(tables.map((table) => [table, new Set<string>()]))
  for (const source of sources) {
    for (const { method, arguments: given } of methodCallsOf(source)) {
      const table = given.length === 1 ? given[0]?.split('.').at(-1) : undefined
      if (['insert', 'update', 'delete'].includes(method)) rooms.get(table ?? '')?.add(roomOf(source))
    }
  }
  return Object.fromEntries([...rooms].map(([table, writers]) => [table, [...writers].sort()]))
}

const roomOf = ({ path }: Source) => path.split('/').slice(0, -1).join('/')
const inFolder = (sources: readonly Source[], folder: string) =>
  sources.filter(({ path }) => path.startsWith(`${folder}/`))
const outsideDb = (sources: readonly Source[]) => sources.filter(({ path }) => !path.startsWith('app/db/'))

type Imported = ReturnType<typeof importsOf>[number]

function eachImport(sources: readonly Source[], isOffence: (source: Source, imported: Imported) => boolean): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((imported) => isOffence(source, imported))
      .map(({ to }) => `${source.path} imports ${to}`),
  )
}

function eachMatch(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) => {
    const found = pattern.exec(text)
    return found ? [`${path}: ${found[0]}`] : []
  })
}
