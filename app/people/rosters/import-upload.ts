/** The form of an upload, beside the file itself. */
import { z } from 'zod'
import { roleGroups } from './role-groups'

/** What stands in the place of an organization when the file names the unit of each row. */
export const EACH_ROW = 'each'

export const uploadFields = z.object({
  organization: z.string().max(200, 'rosters.import.form.noOrganization').default(''),
  role: z
    .union([z.literal(''), z.enum(roleGroups)], 'rosters.import.form.roleWrong')
    .default('')
    .transform((role) => role || null),
})

const LONGEST_NAME = 120

/** The name of a file as it is kept: without folders, at most 120 characters, its ending always there. */
export function keptFileName(name: string): string {
  const plain = [...(name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim()]
  const kept = plain.length <= LONGEST_NAME ? plain : [...plain.slice(0, LONGEST_NAME - 9), '…', ...plain.slice(-8)]
  return kept.join('') || '—'
}
