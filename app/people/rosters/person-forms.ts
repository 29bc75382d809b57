/** The forms of a person: what is typed, and the sentence for what is wrong with it. */
import { z } from 'zod'
import { birthOf } from './birth'
import { CONSENT_CHANNELS } from './consent-notice'
import { datePartsOf } from './days'
import { nameOf } from './person-name'
import { phoneOf } from './phone'
import type { Reading } from './problems'
import { roleGroups } from './role-groups'

/** Everything that can be wrong, as keys of the interface's texts. */
const FAULTS = [
  'rosters.person.nameWrong',
  'rosters.person.birthYearWrong',
  'rosters.person.birthYearNeeded',
  'rosters.person.phoneWrong',
  'rosters.person.roleWrong',
  'rosters.person.groupWrong',
  'rosters.person.startedWrong',
  'rosters.person.dayWrong',
  'rosters.person.endsEarly',
  'rosters.person.endsLate',
  'rosters.person.organizationUnclear',
  'rosters.person.alreadyThere',
  'rosters.person.consentFill',
  'rosters.person.consentFirst',
  'rosters.person.unlinkNotConfirmed',
  'rosters.person.mergeNotConfirmed',
  'rosters.person.revealNone',
  'rosters.consent.guardianNameWrong',
  'rosters.consent.channelWrong',
  'rosters.consent.consentedOnWrong',
  'rosters.consent.knownWrong',
  'rosters.consent.withdrawNotConfirmed',
  'desk.form.tooLong',
] as const
export type Fault = (typeof FAULTS)[number]

/** The sentence for a field of a form; null when it is right. */
export const faultOf = (errors: Record<string, string> | undefined, field: string): Fault | null =>
  FAULTS.find((fault) => fault === errors?.[field]) ?? null

const wrong = (fault: Fault) => ({ error: fault })

const optional = z.string().default('')

/** A text that `read` understands; what it does not is `fault`. Empty is null where `isOptional`. */
const understood = <Value>(read: (typed: string) => Value | null, fault: Fault) =>
  optional.transform((typed, context): Value => {
    const value = read(typed)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

const orNothing = <Value>(read: (typed: string) => Value | null, fault: Fault) =>
  optional.transform((typed, context): Value | null => {
    if (typed.trim() === '') return null
    const value = read(typed)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

const valueIn = <Value>(reading: Reading<Value>): Value | null => (reading.kind === 'value' ? reading.value : null)

const readName = (typed: string): string | null => valueIn(nameOf(typed))

const readYear = (today: string) => (typed: string) => valueIn(birthOf(typed, { today, isAge: false }))?.year ?? null

/** The whole number; a masked one is none. */
function readPhone(typed: string): string | null {
  const phone = valueIn(phoneOf(typed))
  return typeof phone === 'string' ? phone : null
}

const readDay = (today: string) => (typed: string) => datePartsOf(typed, today)?.day ?? null

/** A day that has come. */
function readPastDay(today: string) {
  return (typed: string) => {
    const day = readDay(today)(typed)
    return day !== null && day <= today ? day : null
  }
}

const note = optional.pipe(z.string().max(200, wrong('desk.form.tooLong'))).transform((text) => text.trim() || null)

/** Who somebody is. An empty phone is null. */
const plainFields = (today: string) => ({
  name: understood(readName, 'rosters.person.nameWrong'),
  birthYear: orNothing(readYear(today), 'rosters.person.birthYearWrong'),
  sex: optional.transform((typed) => (typed === 'female' || typed === 'male' ? typed : null)),
  phone: orNothing(readPhone, 'rosters.person.phoneWrong'),
})

/** Where they stand on a roster. The group is looked up by the caller. */
const placeFields = {
  roleGroup: z.enum(roleGroups, wrong('rosters.person.roleWrong')),
  group: optional,
  note,
}

const consentFields = (today: string) => ({
  guardianName: understood(readName, 'rosters.consent.guardianNameWrong'),
  channel: z.enum(CONSENT_CHANNELS, wrong('rosters.consent.channelWrong')),
  consentedOn: understood(readPastDay(today), 'rosters.consent.consentedOnWrong'),
  known: z.literal('yes', wrong('rosters.consent.knownWrong')),
})

export const newPersonForm = (today: string) =>
  z
    .object({
      ...plainFields(today),
      ...placeFields,
      startedOn: understood(readPastDay(today), 'rosters.person.startedWrong'),
    })
    .refine(({ roleGroup, birthYear }) => roleGroup !== 'student' || birthYear !== null, {
      path: ['birthYear'],
      message: 'rosters.person.birthYearNeeded' satisfies Fault,
    })

export const consentForm = (today: string) =>
  z.object(consentFields(today)).transform(({ known: _, ...given }) => given)

/** An empty phone leaves the recorded one as it is; `removePhone` takes it away. */
export const changeForm = (today: string) =>
  z
    .object({ ...plainFields(today), removePhone: optional })
    .transform(({ removePhone, phone, ...plain }) =>
      removePhone === 'yes' ? { ...plain, phone: null } : phone === null ? plain : { ...plain, phone },
    )

export const placeForm = z.object({ membership: optional, ...placeFields })

export const newPlaceForm = z.object({ organization: optional, roleGroup: placeFields.roleGroup })

export const endForm = (today: string) =>
  z.object({ membership: optional, endedOn: understood(readDay(today), 'rosters.person.dayWrong') })
