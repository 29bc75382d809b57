/** What a file may at most ask of the server. More is refused, however the file came about. */
export type SheetLimits = {
  /** Of the file as it was sent. */
  bytes: number
  /** Of all parts of an .xlsx file together, unpacked. */
  unpackedBytes: number
  /** Of one part that must be kept whole while reading: the shared texts, the formats. */
  keptBytes: number
  /** Rows with something in them. */
  rows: number
  columns: number
  cells: number
  /** Of all texts handed over: an .xlsx file can repeat one long text without growing. */
  characters: number
  /** Of one text; Excel allows no more. */
  cellCharacters: number
  /** Of work; waiting for the rows to be taken is not counted. */
  milliseconds: number
}

export const MOST_UPLOAD_BYTES = 20 * 2 ** 20

export const sheetLimits: SheetLimits = {
  bytes: MOST_UPLOAD_BYTES,
  unpackedBytes: 300 * 2 ** 20,
  keptBytes: 64 * 2 ** 20,
  rows: 100_000,
  columns: 200,
  cells: 5_000_000,
  characters: 100 * 2 ** 20,
  cellCharacters: 32_767,
  milliseconds: 60_000,
}
