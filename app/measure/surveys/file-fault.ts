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
  /** Letters: the whole run, with its first column as the example. */
  | { problem: 'slipped'; columns: number[]; column: number; title: string; item: number; looksLike: number }
  /** The title is that of item `names`. */
  | { problem: 'otherTitle'; column: number; title: string; item: number; names: number }
  /** `cells`: how many hold a letter or number that the item does not have; `said`: some of these. */
  | { problem: 'beyond'; column: number; title: string; item: number; cells: number; said: string }

/** What may be wrong with the mapping and need not be; each has its sentence in surveyFiles.doubt. */
export const fileDoubts = ['slip', 'chance', 'oneLetter', 'number', 'blank'] as const
export type FileDoubt = { doubt: (typeof fileDoubts)[number]; columns: number[] }
