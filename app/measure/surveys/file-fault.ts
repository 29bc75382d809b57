/** What is wrong in a finished survey's file; each has its sentence in surveyFiles.fault. */
export const fileFaults = [
  'optionUnknown',
  'contradiction',
  'sexForm',
  'ageForm',
  'ageFrame',
  'birthForm',
  'eligibleForm',
  'streetUnknown',
  'weightMissing',
  'weightForm',
  'weightNotPositive',
  'modeForm',
  'secondsForm',
  'unitUnknown',
  'unitTaken',
  'unitTwice',
] as const

/** One cell of one row. `value` is never what names a person. */
export type RowFault = {
  row: number
  /** The column's title. */
  column: string
  value: string
  problem: (typeof fileFaults)[number]
}

/** What is wrong with the mapping as a whole, so that no row can be taken. Columns and items are counted from 1. */
export type TableFault =
  | { problem: 'itemsMissing'; items: number[] }
  | { problem: 'columnTwice'; column: number; title: string }
  | { problem: 'shifted'; column: number; title: string; item: number; looksLike: number }
