/** What the page of a finished survey's file shows: the mapping to be put right, and what would be written. Pure. */
import type { Instrument } from '#app/content/schema'
import type { Locale } from '#app/i18n/locales'
import { itemIdsOf } from './answer-sheet'
import { paperOrder, sheetView } from './answer-view'
import type { FileDraft } from './file-draft.server'
import type { RowFault } from './file-fault'
import { isMultiple, itemTarget, type Mapping, roleTarget, splitColumns } from './file-mapping'
import type { FilePlan, PlannedRow } from './file-plan.server'
import { type FileRole, fileRoles } from './file-roles'
import { columnName } from './file-table'
import type { Wave } from './waves.server'

export type MappingView = ReturnType<typeof mappingView>
export type PreviewView = ReturnType<typeof previewView>

const chosenIn = (mapping: Mapping, target: string): string => {
  const at = mapping.get(target)
  return at === undefined ? '' : String(at)
}

/**
 * `remembered`: the file for which this mapping was made before; null: it was guessed, or chosen just now. Where the list
 * names persons, nobody is asked for how many the household has.
 */
export function mappingView(
  draft: FileDraft,
  mapping: Mapping,
  { instrument, design }: Pick<Wave, 'instrument' | 'design'>,
  { locale, remembered }: { locale: Locale; remembered: string | null },
) {
  const { titles } = draft.table
  const { sections, textLocale } = sheetView(instrument, paperOrder(instrument), locale)
  const items = sections.flatMap((section) => section.items)
  return {
    draftId: draft.id,
    fileName: draft.fileName,
    remembered,
    textLocale,
    columns: titles.flatMap((title, at) =>
      title === '' ? [] : [{ value: String(at), label: `${columnName(at)} · ${shortened(title)}` }],
    ),
    items: items.map(({ id, stem }, at) => ({
      name: itemTarget(id),
      number: at + 1,
      stem,
      chosen: chosenIn(mapping, itemTarget(id)),
      canSplit: isMultiple(instrument, id) && splitColumns(titles, instrument, id).size > 0,
    })),
    roles: fileRoles
      .filter((role) => role !== 'eligible' || design.household === 'kish')
      .map((role: FileRole) => ({ name: roleTarget(role), role, chosen: chosenIn(mapping, roleTarget(role)) })),
  }
}

const MOST_SIGNS = 40
const shortened = (title: string): string => {
  const signs = [...title]
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS).join('')}…` : title
}

const MOST_FAULTS = 100
const MOST_SAMPLES = 3

/** Counts, faults, and the first rows as they were understood: what was chosen, never whether it is right. */
export function previewView(plan: FilePlan, instrument: Instrument, locale: Locale) {
  const { sections, textLocale } = sheetView(instrument, paperOrder(instrument), locale)
  const items = sections.flatMap((section) => section.items)
  const texts = new Map(
    items.map(({ id, options }) => [id, new Map(options.map((option) => [option.id, option.text]))]),
  )
  const [first] = items
  return {
    textLocale,
    tableFaults: plan.tableFaults,
    doubts: plan.doubts,
    rowFaults: plan.rowFaults.slice(0, MOST_FAULTS),
    faultCount: plan.rowFaults.length,
    faultyRows: new Set(plan.rowFaults.map(({ row }: RowFault) => row)).size,
    total: plan.total,
    ready: plan.rows.length,
    repeated: plan.repeated,
    known: plan.known,
    breakOffs: plan.breakOffs,
    hasWeights: plan.hasWeights,
    withoutColumn: plan.withoutColumn,
    isImported: plan.isImported,
    /** How the first item's letters are read; null where nothing was answered by letters. */
    letters:
      plan.usesLetters && first ? first.options.map(({ text }, at) => `${columnName(at)} = ${text}`).join(' · ') : null,
    samples: plan.rows.slice(0, MOST_SAMPLES).map((row) => sampleOf(row, itemIdsOf(instrument), texts)),
  }
}

function sampleOf(row: PlannedRow, items: string[], texts: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const { sex, age, weight, seconds, mode, stratum, cluster } = row
  return {
    ...{ row: row.row, sex, age, weight, seconds, mode, stratum, cluster },
    answers: items.map((id, at) => {
      const said = (row.sheet.get(id) ?? []).map((option) => texts.get(id)?.get(option) ?? option)
      return { number: at + 1, text: said.length === 0 ? null : said.join('；') }
    }),
  }
}
