/** An estimate as a file: what its page shows, sheet by sheet, with the same things hidden. */

import { shanghaiDay } from '#app/db/day'
import type { Translate } from '#app/i18n/config'
import type { OutCell, OutSheet } from '#app/sheets/write-sheet.server'
import { diagnosticLines } from './diagnostic-lines'
import { domainRows } from './domain-rows'
import type { everyEstimate } from './estimate-lists.server'
import type { EstimateResult, Figure } from './estimate-result'
import { stateOf } from './estimate-state'
import { shareWords, verdictWords } from './figure-words'
import { knownFlags } from './known-flags'
import { domainKinds, domainName, domainText } from './report-domains'
import { itemRows, itemText, type Stems, unsureText } from './report-items'
import { effectiveText, figureText, rateRows } from './report-rates'
import { saidText } from './said-text'

export function estimateSheets(t: Translate, result: EstimateResult, stems: Stems): OutSheet[] {
  return [
    rates(t, result),
    ...domainKinds.map((kind) => domain(t, result, kind)),
    items(t, result, stems),
    about(t, result),
  ]
}

type Listed = Awaited<ReturnType<typeof everyEstimate>>[number]

/** The list of estimates, with the words of the page. */
export const estimatesSheet = (t: Translate, rows: readonly Listed[]): OutSheet => ({
  name: t('estimates.title'),
  columns: LISTED.map((column) => ({ title: t(`estimates.column.${column}`), width: 24 })),
  rows: rows.map((row) => [
    row.name,
    row.place,
    row.fieldTo,
    saidText(t, shareWords(row.overall)),
    t(`estimates.short.${row.verdict ?? 'none'}`),
    t(`estimates.state.${stateOf(row)}`),
    shanghaiDay(row.createdAt),
  ]),
})

const LISTED = ['name', 'place', 'fieldTo', 'overall', 'verdict', 'state', 'created'] as const

const columns = (titles: string[]) => titles.map((title, at) => ({ title, width: at === 0 ? 40 : 30 }))

function rates(t: Translate, result: EstimateResult): OutSheet {
  const titles = ['figure', 'weighted', 'unweighted', 'people', 'effective'] as const
  return {
    name: t('estimates.report.rates'),
    columns: columns(titles.map((title) => t(`estimates.report.${title}`))),
    rows: rateRows(t, result).map(({ name, figure, isPoints }) => [
      name,
      figureText(t, figure, isPoints),
      figureText(t, figure, isPoints, false),
      shownPeople(figure),
      effectiveText(t, figure),
    ]),
  }
}

/** Not a count that is itself too small to be shown. */
const shownPeople = ({ n }: Figure): OutCell => (n >= 10 ? n : null)

function domain(t: Translate, result: EstimateResult, kind: (typeof domainKinds)[number]): OutSheet {
  return {
    name: t(`estimates.report.by.${kind}`),
    columns: columns([t('estimates.report.group'), t('estimates.rate.overallRate'), t('estimates.rate.masteryRate')]),
    rows: domainRows(result, kind).map((row) => [
      domainName(t, kind, row),
      domainText(t, row.overall, row.hidden),
      domainText(t, row.mastery, row.hidden),
    ]),
  }
}

function items(t: Translate, result: EstimateResult, { texts }: Stems): OutSheet {
  return {
    name: t('estimates.report.items'),
    columns: columns([t('estimates.report.item'), t('estimates.report.weighted'), t('estimates.report.unsure')]),
    rows: itemRows(result).map((item) => [texts[item.id] ?? item.id, itemText(t, item), unsureText(item)]),
  }
}

function about(t: Translate, result: EstimateResult): OutSheet {
  const verdict = verdictWords(result)
  const sentence = verdict
    ? t(`estimates.verdict.${verdict.key}`, { ...verdict, definition: t(`estimates.rate.${verdict.definition}`) })
    : t('estimates.verdict.none')
  const open = verdict?.isDefinitionOpen ? [[t('estimates.verdict.title'), t('estimates.verdict.definitionOpen')]] : []
  const { missing, weighting } = result.about.settings
  return {
    name: t('estimates.report.diagnostics'),
    columns: columns([t('estimates.report.figure'), t('estimates.workbench.result')]),
    rows: [
      [t('estimates.verdict.title'), sentence],
      ...open,
      ...knownFlags(result.flags).map((flag) => [t('estimates.flagsTitle'), t(`estimates.flag.${flag}`)]),
      [t('estimates.workbench.weighting'), t(`estimates.workbench.weightingIs.${weighting}`)],
      [t('estimates.workbench.missing'), t(`estimates.workbench.missingIs.${missing}`)],
      ...diagnosticLines(t, result).map(({ name, text }) => [name, text]),
    ],
  }
}
