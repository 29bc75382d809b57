import { describe, expect, test } from 'vitest'
import { type ComparedRow, type KnownPerson, newPersonProblem, rowDifference } from '#app/people/rosters/row-difference'

const PERSON: KnownPerson = Object.freeze({
  name: '王𬭎',
  birthYear: 1962,
  sex: 'female',
  phone: '13812345678',
  phoneHash: 'p',
  idHash: 'i',
  idTail: '0011',
  roleGroup: 'guard',
  groupKey: '1班',
  guardianName: '李明',
  guardianConsentOn: '2026-09-01',
  note: '夜班',
})

/** A row that says only who it is. */
const BARE: ComparedRow = Object.freeze({
  name: '王𬭎',
  birthYear: null,
  isBirthYearApproximate: false,
  sex: null,
  phone: null,
  phoneHash: null,
  idHash: null,
  idTail: null,
  roleGroup: 'resident',
  isRoleGroupGiven: false,
  groupName: null,
  groupKey: null,
  guardianName: null,
  guardianConsentOn: null,
  note: null,
})

const difference = (row: Partial<ComparedRow>, person: Partial<KnownPerson> = {}) =>
  rowDifference(Object.freeze({ ...BARE, ...row }), { ...PERSON, ...person })

describe('nothing changes', () => {
  test.each<[string, Partial<ComparedRow>]>([
    ['empty cells erase nothing', {}],
    ['the default group of people is not what the row says', { roleGroup: 'student' }],
    ['the phone as our own file shows it', { phone: { masked: '138****5678' } }],
    ['the same phone', { phone: '13812345678', phoneHash: 'p' }],
    ['another spelling of the group', { groupName: '（一）班', groupKey: '1班' }],
    ['an age that is off by one', { birthYear: 1963, isBirthYearApproximate: true }],
    ['the same in all', { ...PERSON, phone: { masked: '138****5678' }, isRoleGroupGiven: true }],
  ])('%s', (_, row) => {
    expect(difference(row)).toEqual({ kind: 'unchanged' })
  })
})

describe('something changes', () => {
  test.each<[string[], Partial<ComparedRow>]>([
    [['name'], { name: '王宏' }],
    [['sex'], { sex: 'male' }],
    [['birth'], { birthYear: 1963 }],
    [['birth'], { birthYear: 1964, isBirthYearApproximate: true }],
    [['phone'], { phone: '13912345678', phoneHash: 'q' }],
    [['idNumber'], { idHash: 'j', idTail: '0022' }],
    [['idTail'], { idTail: '0022' }],
    [['roleGroup'], { roleGroup: 'student', isRoleGroupGiven: true }],
    [['group'], { groupName: '2班', groupKey: '2班' }],
    [['guardianName', 'guardianConsentOn'], { guardianName: '李红', guardianConsentOn: '2026-10-01' }],
    [['note'], { note: '白班' }],
    [['name', 'birth', 'note'], { name: '王宏', birthYear: 1970, note: '白班' }],
  ])('%j', (fields, row) => {
    expect(difference(row)).toEqual({ kind: 'changed', fields })
  })

  test('what was not known is filled in', () => {
    const unknown = { birthYear: null, sex: null, phone: null, phoneHash: null, groupKey: null, note: null }
    const row = {
      birthYear: 1962,
      sex: 'female' as const,
      phone: '13812345678',
      phoneHash: 'p',
      groupKey: '1班',
      note: '夜班',
    }
    const fields = ['sex', 'birth', 'phone', 'group', 'note']
    expect(difference(row, unknown)).toEqual({ kind: 'changed', fields })
    expect(difference({ ...row, isBirthYearApproximate: true }, unknown)).toEqual({ kind: 'changed', fields })
  })
})

test.each([
  ['another phone', '13812340000'],
  ['no phone', null],
])('a masked phone is a fault where the person has %s', (_, phone) => {
  const row = { phone: { masked: '138****5678' }, note: '白班' }
  expect(difference(row, { phone })).toEqual({ kind: 'fault', problem: 'phoneMasked' })
})

test('nobody new has a masked phone', () => {
  expect(newPersonProblem({ phone: { masked: '138****5678' } })).toBe('phoneMasked')
  expect([newPersonProblem({ phone: '13812345678' }), newPersonProblem({ phone: null })]).toEqual([null, null])
})
