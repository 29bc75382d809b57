/** Everything that can be wrong with a row; each has its sentence with the remedy in `rosters.fault.…`. */
export const problems = [
  'nameMissing',
  'nameNotAName',
  'nameLostCharacter',
  'phoneLostDigits',
  'phoneNotAPhone',
  'phoneMasked',
  'idLostDigits',
  'idCheckDigit',
  'idNotAnId',
  'idTailNotFour',
  'idTailContradictsId',
  'birthNotAYear',
  'birthContradictsId',
  'birthMissing',
  'sexUnknown',
  'sexContradictsId',
  'roleUnknown',
  'roleMissing',
  'organizationUnknown',
  'organizationMissing',
  'groupIsADay',
  'groupTooLong',
  'guardianNotAName',
  'consentMissing',
  'consentNotADay',
  'consentInFuture',
  'noteTooLong',
] as const

export type Problem = (typeof problems)[number]

/** What a cell says: nothing, a value, or something that is none. */
export type Reading<Value> = { kind: 'empty' } | { kind: 'value'; value: Value } | { kind: 'fault'; problem: Problem }

export const empty: { kind: 'empty' } = { kind: 'empty' }
export const given = <Value>(value: Value): Reading<Value> => ({ kind: 'value', value })
export const faulty = (problem: Problem): { kind: 'fault'; problem: Problem } => ({ kind: 'fault', problem })
