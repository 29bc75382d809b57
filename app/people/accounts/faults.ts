import { type PasswordFault, passwordFaults } from './password'

/** What can be wrong with a form of this room; each has a sentence in accounts.fault.*. */
const faults = [
  'required',
  'nameTooLong',
  'nameSigns',
  'login',
  'loginTaken',
  'role',
  'place',
  'placeGone',
  'wrongSignIn',
  'wrongPassword',
  'wrongCode',
  'wrongCodeOrRecovery',
  'wait',
  'waitCode',
  'needed',
  'self',
  'lastAdmin',
  'disabled',
  ...passwordFaults,
] as const
export type Fault = (typeof faults)[number] | PasswordFault

/** By field; `form` is about the whole of it. `minutes` belongs to the waits. */
export type Faults = { errors: Record<string, string>; minutes?: number }

/** The fault that a message of a schema names. What a schema says in words of its own means that something is missing. */
export const readFault = (message: string | undefined): Fault | null =>
  message === undefined ? null : (faults.find((known) => known === message) ?? 'required')

/** What a form is answered with when it was refused for one reason. */
export const faultOf = (field: string, fault: Fault, minutes?: number): Faults => ({
  errors: { [field]: fault },
  ...(minutes === undefined ? {} : { minutes }),
})
