/** Everything of the catalogue that can be found: its words, where they stand, and whether everybody may read them. */
import type { SearchDocument, Shelf } from '#app/db/search'
import { translator } from '#app/i18n/config'
import { type Locale, locales } from '#app/i18n/locales'
import type { Checklist } from './checklist-schema'
import type { Block, Catalog, Module, ModuleWords } from './schema'
import { tokensOf } from './search-words'

/** In the order in which finds of the same kind of hit are shown. */
export const ENTRY_KINDS = ['module', 'checklist', 'fact', 'section', 'explanation'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export type Entry = {
  id: string
  kind: EntryKind
  locale: Locale
  /** Of a module without English words: English pages show the Chinese ones. */
  isFallback: boolean
  href: string
  title: string
  text: string
  /** The lesson or checklist it stands in. */
  within: string
}

/** All entries by id. Ids say the language, so that an entry of each language stands there once. */
export function searchEntries({ modules, checklists }: Pick<Catalog, 'modules' | 'checklists'>): Map<string, Entry> {
  const entries = locales.flatMap((locale) => [
    ...modules.flatMap((module) => moduleEntries(module, locale)),
    ...checklists.flatMap((checklist) => checklistEntries(checklist, locale)),
  ])
  return new Map(entries.map((entry) => [entry.id, { ...entry, title: plain(entry.title), text: plain(entry.text) }]))
}

/** The entries as they are kept for searching. Explanations stand apart: whoever may not read them never asks there. */
export function searchShelves(entries: ReadonlyMap<string, Entry>): Record<Shelf, SearchDocument[]> {
  const shelves: Record<Shelf, SearchDocument[]> = { public: [], explanations: [] }
  for (const { id, kind, title, text, within } of entries.values())
    shelves[kind === 'explanation' ? 'explanations' : 'public'].push({
      id,
      title: tokensOf(kind === 'explanation' ? '' : title),
      text: tokensOf(text),
      context: tokensOf(within),
    })
  return shelves
}

const entryId = (locale: Locale, moduleId: string, kind: EntryKind, id: string): string =>
  `${locale}/${moduleId}/${kind}/${id}`

/** The id of the entry that is a question's explanation. */
export const explanationId = (locale: Locale, moduleId: string, questionId: string): string =>
  entryId(locale, moduleId, 'explanation', questionId)

function moduleEntries(module: Module, locale: Locale): Entry[] {
  const words = module.words[locale]
  if (!words) return []
  const href = `/modules/${module.id}`
  const common = { locale, isFallback: locale === 'zh-CN' && !module.words.en, within: words.title }
  const entry = (kind: EntryKind, id: string, rest: Pick<Entry, 'href' | 'title' | 'text'>): Entry => ({
    ...common,
    ...rest,
    kind,
    id: entryId(locale, module.id, kind, id),
  })
  const factHref = (factId: string | undefined) => {
    const section = module.sections.find(({ facts }) => facts.some((id) => id === factId))
    return section ? `${href}#${section.id}` : href
  }
  return [
    entry('module', '', { href, title: words.title, text: words.summary }),
    ...module.sections.map(({ id }) =>
      entry('section', id, { href: `${href}#${id}`, ...sectionText(words.sections[id], locale) }),
    ),
    ...Object.entries(words.facts).map(([id, { label, text }]) =>
      entry('fact', id, { href: factHref(id), title: label, text }),
    ),
    ...Object.entries(words.questions).map(([questionId, { explanation }]) => {
      const [point] = module.questions[questionId]?.points ?? []
      const title = (point && words.facts[point]?.label) ?? words.title
      return entry('explanation', questionId, { href: factHref(point), title, text: explanation })
    }),
  ]
}

function checklistEntries(checklist: Checklist, locale: Locale): Entry[] {
  const words = checklist.words[locale]
  const href = `/checklists/${checklist.id}`
  const common = { kind: 'checklist', locale, isFallback: false, within: words.title } as const
  const id = `${locale}/${checklist.id}/checklist`
  return [
    { ...common, id, href, title: words.title, text: words.introduction },
    ...Object.entries(words.items).map(([itemId, { ask, why, mend }]) => ({
      ...common,
      id: `${id}/${itemId}`,
      href: `${href}#${itemId}`,
      title: ask,
      text: `${why}\n${mend}`,
    })),
  ]
}

type SectionWords = ModuleWords['sections'][string]

const sectionText = (words: SectionWords | undefined, locale: Locale) => ({
  title: words?.title ?? '',
  text: (words?.blocks ?? []).map((block) => blockText(block, locale)).join('\n'),
})

/** One line for each thing said, so that an excerpt can begin where a sentence begins. */
function blockText(block: Block, locale: Locale): string {
  if ('text' in block) return block.text
  if ('list' in block) return block.list.join('\n')
  if ('steps' in block)
    return block.steps.map(({ title, text }) => (title ? joined(locale, title, text) : text)).join('\n')
  if ('picture' in block) return block.picture.alt
  if ('do' in block) return block.do
  if ('warning' in block) return block.warning
  // What people wrongly say is never read without the words that say so.
  const { t } = translator(locale)
  return `${joined(locale, t('lesson.myth'), block.myth.claim)}\n${joined(locale, t('lesson.truth'), block.myth.truth)}`
}

const joined = (locale: Locale, head: string, text: string): string =>
  locale === 'zh-CN' ? `${head}：${text}` : `${head}: ${text}`

/** Authored text without the marks of what stands out. */
export const plain = (text: string): string => text.replaceAll('**', '')
