/** What a person and their membership were before an import: for showing old → new, and for putting it back. */
import { z } from 'zod'

const text = z.string().nullable()

const before = z.object({
  name: z.string(),
  birthYear: z.number().int().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  phoneSealed: text,
  phoneHash: text,
  phoneTail: text,
  idHash: text,
  idTail: text,
  personImportId: text,
  /** Null when they did not stand on this roster; the four below are then null too. */
  membershipId: text,
  groupId: text,
  roleGroup: text,
  note: text,
  membershipImportId: text,
})

export type Before = z.infer<typeof before>

/** Reads it from a row of the anteroom; null when it is not there, or has been emptied. */
export function readBefore(stored: unknown): Before | null {
  const parsed = before.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** The same of somebody as they are now, from a row that has all of these columns. */
export const beforeOf = (row: Before): Before => ({
  name: row.name,
  birthYear: row.birthYear,
  sex: row.sex,
  phoneSealed: row.phoneSealed,
  phoneHash: row.phoneHash,
  phoneTail: row.phoneTail,
  idHash: row.idHash,
  idTail: row.idTail,
  personImportId: row.personImportId,
  membershipId: row.membershipId,
  groupId: row.groupId,
  roleGroup: row.roleGroup,
  note: row.note,
  membershipImportId: row.membershipImportId,
})

/** Whether nothing has changed in between. */
export const isSame = (one: Before, other: Before): boolean =>
  (Object.keys(before.shape) as (keyof Before)[]).every((name) => one[name] === other[name])
