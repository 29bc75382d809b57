/** What the bench says: ratios first, because machines differ, then the figures they come from. */
import type { Measured } from './load'
import type { PageWeight } from './page-weight'

export type Findings = {
  bare: Measured
  empty: Measured
  emptyAgain: Measured
  landing: Measured
  landingRendered: Measured
  lesson: Measured
  lessonRendered: Measured
  quizPage: Measured
  search: Measured
  save: Measured
  journeys: Measured
  journeysOnTwo: Measured
  weights: PageWeight[]
  startMs: number
  megabytes: { one: number | null; two: number | null }
}

export function describeFindings(findings: Findings): string {
  return [...headline(findings), '', ...table(findings), '', ...sizes(findings)].join('\n')
}

export const rowsOf = (findings: Findings): Measured[] => [
  findings.empty,
  findings.emptyAgain,
  findings.bare,
  findings.landing,
  findings.landingRendered,
  findings.lesson,
  findings.lessonRendered,
  findings.quizPage,
  findings.search,
  findings.save,
  findings.journeys,
  findings.journeysOnTwo,
]

/** The near-empty page is measured twice, because the machine may have other things to do; the mean is what counts. */
function referenceOf({ empty, emptyAgain }: Findings) {
  const perSecond = (empty.perSecond + emptyAgain.perSecond) / 2
  const cpuMs = ((empty.cpuMs ?? Number.NaN) + (emptyAgain.cpuMs ?? Number.NaN)) / 2
  return {
    speed: (row: Measured) => digits(row.perSecond / perSecond),
    cost: (row: Measured) => digits((row.cpuMs ?? Number.NaN) / cpuMs),
  }
}

function headline(findings: Findings): string[] {
  const { lesson, lessonRendered, search, save, journeys, journeysOnTwo } = findings
  const { speed, cost } = referenceOf(findings)
  const beside = (row: Measured) =>
    `${speed(row)} × the requests a second of a near-empty page, ${cost(row)} × its server CPU.`
  return [
    `A lesson from the cache: ${beside(lesson)}`,
    `A lesson rendered:       ${beside(lessonRendered)}`,
    `A search:                ${beside(search)}`,
    `One answer saved:        ${beside(save)}`,
    `A whole journey:         ${cost(journeys)} × the server CPU of a near-empty page, for 15 requests; ` +
      `${digits(journeysOnTwo.perSecond / journeys.perSecond)} × as many a second on two processes as on one, ` +
      'while the client needs CPU of this machine, too.',
  ]
}

function table(findings: Findings): string[] {
  const { speed, cost } = referenceOf(findings)
  const head = ['', 'a second', 'median ms', '95 % ms', 'CPU ms', '× (a)', '× (b)', 'CPU ÷ (a)', 'done', 'failed']
  const rows = rowsOf(findings).map((row) => [
    row.name,
    digits(row.perSecond),
    digits(row.median),
    digits(row.slowest5Percent),
    digits(row.cpuMs ?? Number.NaN),
    speed(row),
    digits(row.perSecond / findings.bare.perSecond),
    cost(row),
    String(row.done),
    String(row.failures.length),
  ])
  return align([head, ...rows])
}

function sizes({ weights, startMs, megabytes }: Findings): string[] {
  const memory = (value: number | null) => (value === null ? 'unknown' : `${Math.round(value)} MB`)
  return [
    `Lesson as sent to a browser that takes gzip: ${weights.map(describeWeight).join('; ')}.`,
    `Start on the existing database to the first 200: ${Math.round(startMs)} ms.`,
    `Memory after the load: ${memory(megabytes.one)} in one process, ${memory(megabytes.two)} in two and their parent.`,
  ]
}

const describeWeight = ({ part, files, sent, plain }: PageWeight): string =>
  `${part} ${kilobytes(sent)}${files > 1 ? ` in ${files} files` : ''}${sent === plain ? ' (not compressed)' : ` (of ${kilobytes(plain)})`}`

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

/** Three significant digits: more would pretend that a second run gives the same. */
const digits = (value: number): string =>
  Number.isFinite(value) ? (value >= 100 ? String(Math.round(value)) : value.toPrecision(3)) : '–'

function align(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}
