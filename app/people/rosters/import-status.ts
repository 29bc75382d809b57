/** Where an import stands. The first three go on by themselves; the rest wait for somebody, or are over. */
export const importStatuses = [
  'reading',
  'checking',
  'applying',
  'ready',
  'refused',
  'interrupted',
  'applied',
  'undone',
  'dropped',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/** True while the work goes on by itself, and the page shows how far it is. */
export const isWorking = (status: ImportStatus): boolean =>
  status === 'reading' || status === 'checking' || status === 'applying'

/** How long an import can be undone, and its file given back. */
export const UNDO_DAYS = 90

const DAY_MS = 86_400_000

/** The last moment at which an import applied at `appliedAt` can be undone. */
export const undoableUntil = (appliedAt: Date): Date => new Date(appliedAt.getTime() + UNDO_DAYS * DAY_MS)

/** Whether an import can be undone now. */
export const isUndoable = (
  { status, appliedAt }: { status: ImportStatus; appliedAt: Date | null },
  now: Date,
): boolean => status === 'applied' && appliedAt !== null && now <= undoableUntil(appliedAt)

/** Before this moment the cells of a file are old enough to be emptied. */
export const cellsKeptSince = (now: Date): Date => new Date(now.getTime() - UNDO_DAYS * DAY_MS)
