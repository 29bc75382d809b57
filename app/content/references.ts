/** Rules that several kinds of authored files share: what they refer to exists, and who says so is named. Pure. */
import { checkChinese, textsIn } from './check-words'
import type { Fault } from './fault'
import type { Sourced } from './pieces'
import { rejectedIn } from './rejected-sayings'
import type { SourceList } from './schema'

/** What authored files may refer to. A module or plan that could not be read is null: no fault of who refers to it. */
export type Known = {
  sources: SourceList
  /** The facts of each module. */
  modules: ReadonlyMap<string, readonly string[] | null>
  /** The indicators that each plan sets. */
  plans: ReadonlyMap<string, readonly string[] | null>
  instruments: readonly string[]
  skills: readonly string[]
  /** Whom a campaign can address: of catalog.yaml, of the programmes, of content/audiences; null when one is broken. */
  audiences: readonly string[] | null
}

/** As for facts: without a source only what is marked G may stand, and every source named is in the list. */
export function checkSources(file: string, path: string, { marks, sources }: Sourced, list: SourceList): Fault[] {
  const claimsSource = marks.some((mark) => mark === 'V' || mark === 'v')
  const unproven: Fault[] =
    sources.length === 0 && (claimsSource || !marks.includes('G'))
      ? [
          {
            file,
            path,
            expected: `a source, as it is marked ${marks.join(', ')}`,
            remedy: 'Add the source, or mark it G.',
          },
        ]
      : []
  const unknown = sources.filter(({ id }) => !list[id])
  const repeated = marks.filter((mark, place) => marks.indexOf(mark) < place)
  return [
    ...unproven,
    ...repeated.map((mark) => ({
      file,
      path: path ? `${path}.marks` : 'marks',
      expected: 'each mark once',
      remedy: `Remove the second ${mark}.`,
    })),
    ...unknown.map(({ id }) => ({
      file,
      path: path ? `${path}.sources` : 'sources',
      expected: 'a source of content/sources.yaml',
      remedy: `Add "${id}" to content/sources.yaml or correct its spelling.`,
    })),
  ]
}

/** No id stands twice in one list. */
export function checkOnce(file: string, path: string, ids: readonly string[]): Fault[] {
  const repeated = ids.filter((id, place) => ids.indexOf(id) < place)
  return repeated.map((id) => ({ file, path, expected: 'each id once', remedy: `Remove or rename the second ${id}.` }))
}

/** Every id is among those there are; `kind` is what an author calls them. */
export function checkKnown(
  file: string,
  path: string,
  ids: readonly string[],
  { kind, among }: { kind: string; among: Iterable<string> },
): Fault[] {
  const there = new Set(among)
  const unknown = ids.filter((id) => !there.has(id))
  return unknown.map((id) => ({ file, path, expected: kind, remedy: `${id} does not exist.` }))
}

export const checkModules = (file: string, path: string, ids: readonly string[], { modules }: Known): Fault[] => [
  ...checkOnce(file, path, ids),
  ...checkKnown(file, path, ids, { kind: 'modules that exist', among: modules.keys() }),
]

export const checkPlans = (file: string, path: string, ids: readonly string[], { plans }: Known): Fault[] => [
  ...checkOnce(file, path, ids),
  ...checkKnown(file, path, ids, { kind: 'plans of content/plans', among: plans.keys() }),
]

/** A knowledge point such as call-119.f3: the module is there and has the fact. */
export function checkPoint(file: string, path: string, point: string, { modules }: Known): Fault[] {
  const [module = '', fact = ''] = point.split('.')
  const facts = modules.get(module)
  if (facts === null || facts?.includes(fact)) return []
  return [{ file, path, expected: 'a knowledge point that exists', remedy: `${point} does not exist.` }]
}

/**
 * Chinese words with Chinese punctuation, English words without Chinese characters, and nothing in either that the
 * safety positions reject.
 * @param isSaid false for what the words themselves call a mistake
 */
export function checkBothWords(
  folder: string,
  words: { 'zh-CN': unknown; en: unknown },
  isSaid: (path: string) => boolean = () => true,
): Fault[] {
  const file = `${folder}/en.yaml`
  const english = textsIn(words.en)
  const chinese = textsIn(words['zh-CN'])
  const mixed = english.filter(({ text }) => /\p{Script=Han}/u.test(text))
  return [
    ...checkChinese(`${folder}/zh-CN.yaml`, words['zh-CN']),
    ...rejectedIn(
      `${folder}/zh-CN.yaml`,
      chinese.filter(({ path }) => isSaid(path)),
      'zh-CN',
    ),
    ...rejectedIn(
      file,
      english.filter(({ path }) => isSaid(path)),
      'en',
    ),
    ...mixed.map(({ path }) => ({
      file,
      path,
      expected: 'English without Chinese characters',
      remedy: 'Translate the Chinese words, or write the name in Latin letters.',
    })),
  ]
}

/** The same ids in the words of both languages as in the structure. */
export function eachLanguage<Words>(
  folder: string,
  words: { 'zh-CN': Words; en: Words },
  check: (file: string, words: Words) => Fault[],
): Fault[] {
  return (['zh-CN', 'en'] as const).flatMap((locale) => check(`${folder}/${locale}.yaml`, words[locale]))
}
