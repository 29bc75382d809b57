import { type Keys, keyedHash, seal, unseal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { joinCodeHash, joinCodeOf } from './person-codes.server'
import { maskedPhone } from './phone'

export type PersonRow = Store['tables']['persons']['$inferSelect']

/** What is known of a person, readable; `phone` and `idNumber` as their pure rules give them, without any other sign. */
export type PlainPerson = {
  name: string
  birthYear: number | null
  sex: PersonRow['sex']
  phone: string | null
  idNumber: string | null
}

/** What is kept of a phone: sealed, so that it can be read again; hashed, so that it can be found; its last four. */
export const phoneColumns = (keys: Keys, phone: string | null) => ({
  phoneSealed: phone && seal(keys, phone),
  phoneHash: phone && keyedHash(keys, 'phone', phone),
  phoneTail: phone === null ? null : phone.slice(-4),
})

/** A sealed phone as lists show it, 138****5678; stars alone where it cannot be read. */
export const maskedOf = (keys: Keys, phoneSealed: string | null): string | null =>
  phoneSealed && maskedPhone(unseal(keys, phoneSealed) ?? '')

/** What is kept of an ID number: nothing that leads back to it. */
export const idNumberColumns = (keys: Keys, idNumber: string | null) => ({
  idHash: idNumber && keyedHash(keys, 'id-number', idNumber),
  idTail: idNumber === null ? null : idNumber.slice(-4),
})

/** The row of a new person, ready to insert. `importId` where a file brought them. */
export function newPersonRow(
  keys: Keys,
  { name, birthYear, sex, phone, idNumber }: PlainPerson,
  { id, now, importId = null }: { id: string; now: Date; importId?: string | null },
): PersonRow {
  return {
    id,
    name,
    birthYear,
    sex,
    ...phoneColumns(keys, phone),
    ...idNumberColumns(keys, idNumber),
    joinCodeHash: joinCodeHash(keys, joinCodeOf(keys, id)),
    joinFailures: 0,
    joinFailuresOn: null,
    mergedInto: null,
    lastImportId: importId,
    createdAt: now,
  }
}
