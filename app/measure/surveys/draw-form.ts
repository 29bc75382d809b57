/** The form of a draw as it is read at the door. */
import { z } from 'zod'

/** Both may be blank: the app makes a seed; where a sample is drawn nobody is asked for a count. */
export const drawForm = z.object({
  seed: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').trim().toLowerCase())
    .pipe(z.string().regex(/^([0-9a-f]{16})?$/, 'seedForm')),
  count: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\d{0,6}$/, 'wholeNumber'))
    .transform((text) => (text === '' ? null : Number(text))),
})

/** People a household, for turning the people of a community into households. */
export const perHouseholdForm = z.object({
  perHousehold: z
    .string()
    .default('1')
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\d{1,2}(\.\d{1,3})?$/, 'perHouseholdForm'))
    .transform(Number)
    .pipe(z.number().min(1, 'perHouseholdForm').max(20, 'perHouseholdForm')),
})
