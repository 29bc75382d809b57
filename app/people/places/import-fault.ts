/** What keeps a file of places or organizations from being taken: where it stands, and what to do about it. */

/** `problem` is a key of the texts places.fault.*; `data` holds what its sentence names. `sheet` as in the file. */
export type Fault = {
  sheet: string
  /** The row as a spreadsheet counts it; null when the fault is about the whole file. */
  row: number | null
  column: string
  value: string
  problem: FaultProblem
  data?: Record<string, string | number>
}

export const faultProblems = [
  'columnsMissing',
  'tooManyRows',
  'nothing',
  'codeMissing',
  'codeForm',
  'codeLostDigits',
  'codeTwice',
  'codeOutOfScope',
  'codeUnknown',
  'codeDemo',
  'nameMissing',
  'nameTooLong',
  'levelUnknown',
  'levelOther',
  'parentOther',
  'parentMissing',
  'regionClosed',
  'secondDistrict',
  'yearForm',
  'sexForm',
  'bandForm',
  'bandIsDate',
  'bandsOverlap',
  'peopleForm',
  'sourceMissing',
  'sourceTooLong',
  'sourceOther',
  'kindMissing',
  'kindUnknown',
  'regionMissing',
  'regionUnknown',
  'regionAmbiguous',
  'staffForm',
  'organizationTwice',
  'organizationClosed',
  'groupTooLong',
  'groupsTooMany',
  'communityCodeForm',
  'outsideWave',
  'householdsForm',
  'streetUnknown',
  'streetOther',
  'waveNotDraft',
] as const
export type FaultProblem = (typeof faultProblems)[number]

/** These files are small; a longer one is a mistake. */
export const MOST_ROWS = 20_000

/** A file in which there is nothing under the titles. */
export const nothingIn = (sheet: string): Fault => ({ sheet, row: null, column: '', value: '', problem: 'nothing' })
