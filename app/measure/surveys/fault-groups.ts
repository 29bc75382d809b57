/** Faults that say the same of many columns, said once. Pure. */
import type { TableFault } from './file-fault'

type OfColumns = Extract<TableFault, { problem: (typeof OF_COLUMNS)[number] }>

const OF_COLUMNS = ['columnTwice', 'shifted', 'otherTitle', 'beyond'] as const

/** One sentence: `first` as an example, and every column it is about, as `4–23` counted from 1. */
export type FaultGroup = { fault: TableFault; columns: null } | { fault: OfColumns; columns: string[] }

/** In the order of their first faults. Columns that have slipped equally far belong together. */
export function groupFaults(faults: readonly TableFault[]): FaultGroup[] {
  const kinds = [...new Set(faults.map(sameOf))]
  return kinds.flatMap((kind): FaultGroup[] => {
    const group = faults.filter((fault) => sameOf(fault) === kind)
    const columns = group.filter(isOfColumns)
    const [first] = columns
    if (!first || columns.length === 1) return group.map((fault) => ({ fault, columns: null }))
    return [{ fault: first, columns: numberRanges(columns.map(({ column }) => column)) }]
  })
}

const isOfColumns = (fault: TableFault): fault is OfColumns => OF_COLUMNS.some((problem) => problem === fault.problem)

function sameOf(fault: TableFault): string {
  if (fault.problem === 'shifted') return `shifted by ${fault.looksLike - fault.item}`
  return fault.problem === 'otherTitle' ? `other by ${fault.names - fault.item}` : fault.problem
}

/** 1, 4, 5, 6, 9, 10 as 1 · 4–6 · 9 · 10: three and more in a row become one. */
export function numberRanges(numbers: readonly number[]): string[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other)
  const runs: number[][] = []
  for (const number of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String)))
}
