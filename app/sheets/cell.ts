/**
 * A cell as it stands in a file. A Date only where the file says that the number is a day: its UTC fields are what the
 * sheet shows. Cells of a CSV file are texts. An empty cell is null, never an empty text.
 */
export type Cell = string | number | boolean | Date | null

/** One row: its number in the file from 1 (blank rows are left out, but counted) and its cells up to the last filled one. */
export type SheetRow = { number: number; cells: Cell[] }
