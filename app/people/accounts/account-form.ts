/** What the forms of this room take. The messages name faults (faults.ts). */
import { z } from 'zod'
import { isId } from '#app/db/ids'
import { LOGIN, normaliseLogin } from './account'
import { passwordFault } from './password'
import { roles, SCOPE_OF } from './roles'

const NAME_MOST = 40
/** Control and format characters, halves of pairs: nobody can see them, and names with them look alike. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const text = z.string({ error: 'required' })

const name = text
  .transform((typed) => typed.normalize('NFC').trim())
  .refine((typed) => typed !== '', 'required')
  .refine((typed) => [...typed].length <= NAME_MOST, 'nameTooLong')
  .refine((typed) => !INVISIBLE.test(typed), 'nameSigns')

const login = text.transform(normaliseLogin).refine((typed) => LOGIN.test(typed), 'login')

/** Short texts that are only compared: what is longer is wrong, and is not read to its end. */
const typed = text.transform((all) => all.slice(0, 500)).refine((all) => all.trim() !== '', 'required')

const place = z.string().default('')

/** Fields of an account's role and place; the place counts only where the role is confined to one. */
const details = { name, role: z.enum(roles, { error: 'role' }), place }
type Placed = { role: (typeof roles)[number]; place: string }

const hasItsPlace = ({ role, place: id }: Placed): boolean => SCOPE_OF[role] === 'district' || isId(id)
const NO_PLACE = { path: ['place'], error: 'place' }

/** Region and organization of which one is set at most, as the role has it. */
const withPlace = <Fields extends Placed>({ place: id, ...fields }: Fields) => ({
  ...fields,
  regionId: SCOPE_OF[fields.role] === 'region' ? id : null,
  organizationId: SCOPE_OF[fields.role] === 'organization' ? id : null,
})

export const invitationForm = z
  .object({ login, ...details })
  .refine(hasItsPlace, NO_PLACE)
  .transform(withPlace)

export const detailsForm = z.object(details).refine(hasItsPlace, NO_PLACE).transform(withPlace)

export const signInForm = z.object({ login: typed, password: text.refine((all) => all !== '', 'required') })

export const codeForm = z.object({ code: typed })

export const setupForm = z
  .object({ name, login, password: text, code: typed })
  .superRefine((fields, issues) => checkPassword(fields.password, fields.login, issues))

/** A new password for a known login; the code only where one is asked for. */
export const newPasswordForm = (ownLogin: string, { needsCode }: { needsCode: boolean }) =>
  z
    .object({ password: text, code: needsCode ? typed : z.string().default('') })
    .superRefine(({ password }, issues) => checkPassword(password, ownLogin, issues))

export const changePasswordForm = (ownLogin: string) =>
  z
    .object({ current: typed, password: text })
    .superRefine(({ password }, issues) => checkPassword(password, ownLogin, issues))

export const confirmForm = z.object({ current: typed })

export const secondFactorForm = z.object({ current: typed, code: typed })

function checkPassword(password: string, ofLogin: string, issues: z.RefinementCtx): void {
  const fault = passwordFault(password, ofLogin)
  if (fault) issues.addIssue({ code: 'custom', path: ['password'], message: fault })
}
