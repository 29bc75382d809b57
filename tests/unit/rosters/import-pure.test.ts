import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Before, beforeOf, isSame, readBefore } from '#app/people/rosters/import-before'
import { cellsAsText, cellsFromText } from '#app/people/rosters/import-cells'
import { changesOf, type Said } from '#app/people/rosters/import-changes'
import { choiceField, readChoices } from '#app/people/rosters/import-choice'
import { spellingsOf } from '#app/people/rosters/import-spellings'
import { isUndoable, isWorking, undoableUntil } from '#app/people/rosters/import-status'
import { tabFrom } from '#app/people/rosters/import-tabs'
import { keptFileName, uploadFields } from '#app/people/rosters/import-upload'

const before: Before = {
  name: '王芳',
  birthYear: 1968,
  sex: 'female',
  phoneSealed: 'sealed',
  phoneHash: 'phone',
  phoneTail: '0001',
  idHash: 'id',
  idTail: '0021',
  personImportId: null,
  membershipId: 'membership',
  groupId: 'one',
  roleGroup: 'staff',
  note: null,
  membershipImportId: null,
}

const nothing: Said = {
  name: '王芳',
  birthYear: null,
  isBirthApproximate: false,
  sex: null,
  phoneHash: null,
  phoneTail: null,
  idHash: null,
  idTail: null,
  roleGroup: null,
  isRoleGiven: false,
  groupId: null,
  groupName: null,
  guardianName: null,
  consentedOn: null,
  consentId: null,
  note: null,
}

describe('what a row would change', () => {
  test.each<[string, Partial<Said>, unknown[]]>([
    ['empty cells: nothing', {}, []],
    ['the same values: nothing', { birthYear: 1968, sex: 'female', groupId: 'one', phoneHash: 'phone' }, []],
    ['a name', { name: '王方' }, [{ field: 'name', from: '王芳', to: '王方' }]],
    ['a phone, by its end only', { phoneHash: 'x', phoneTail: '0009' }, [{ field: 'phone', from: '0001', to: '0009' }]],
    ['a masked phone: nothing', { phoneTail: '0001' }, []],
    ['an age that fits the known year: nothing', { birthYear: 1969, isBirthApproximate: true }, []],
    [
      'an age that does not',
      { birthYear: 1972, isBirthApproximate: true },
      [{ field: 'birth', from: '1968', to: '1972' }],
    ],
    ['the default role group: nothing', { roleGroup: 'guard' }, []],
    [
      'a role group of its own',
      { roleGroup: 'guard', isRoleGiven: true },
      [{ field: 'roleGroup', from: 'staff', to: 'guard' }],
    ],
    ['a group', { groupId: 'two', groupName: '二班' }, [{ field: 'group', from: '一班', to: '二班' }]],
    [
      'a consent',
      { guardianName: '王大', consentedOn: '2026-09-01', consentId: 'new' },
      [
        { field: 'guardianName', from: null, to: '王大' },
        { field: 'guardianConsentOn', from: null, to: '2026-09-01' },
      ],
    ],
  ])('%s', (_, said, changes) => {
    expect(changesOf({ ...nothing, ...said }, before, '一班')).toEqual(changes)
  })
})

test('how somebody was before is read back as it was kept, and nothing else is taken for it', () => {
  expect(readBefore(JSON.parse(JSON.stringify(before)))).toEqual(before)
  expect(readBefore(null)).toBe(null)
  expect(readBefore({ name: '王芳' })).toBe(null)
  expect(isSame(before, beforeOf(before))).toBe(true)
  expect(isSame(before, { ...before, note: 'x' })).toBe(false)
})

test('cells come back as they were: days as days, numbers as numbers, rare characters whole', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
  )
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      expect(cellsFromText(cellsAsText(cells))).toEqual(cells)
    }),
  )
})

test('spellings of one group are told with the one written most often', () => {
  const counts = new Map([
    ['一班', 1],
    ['1班', 3],
    ['（1）班', 2],
    ['二班', 4],
  ])
  expect(spellingsOf(counts)).toEqual([{ name: '1班', spellings: ['一班', '1班', '（1）班'] }])
})

describe('the form of choices', () => {
  test('names the row in the field and the person in the value', () => {
    expect(
      readChoices([
        [choiceField(7), 'same:abc'],
        [choiceField(8), 'skip'],
        ['intent', 'choose'],
      ]),
    ).toEqual([
      { rowNumber: 7, choice: 'same', candidate: 'abc' },
      { rowNumber: 8, choice: 'skip', candidate: null },
    ])
  })
  test.each([['perhaps'], ['']])('%j is no choice', (value) => {
    expect(readChoices([[choiceField(7), value]])).toBe(null)
  })
  test('a field that is no row is left alone', () => {
    expect(
      readChoices([
        ['choice-0', 'skip'],
        ['choice-x', 'skip'],
        ['choice-12345678', 'skip'],
      ]),
    ).toEqual([])
  })
})

describe('where an import stands', () => {
  const appliedAt = new Date('2026-11-25T00:00:00Z')
  test('it can be undone for 90 days', () => {
    const until = undoableUntil(appliedAt)
    expect(until).toEqual(new Date('2027-02-23T00:00:00Z'))
    expect(isUndoable({ status: 'applied', appliedAt }, until)).toBe(true)
    expect(isUndoable({ status: 'applied', appliedAt }, new Date(until.getTime() + 1))).toBe(false)
    expect(isUndoable({ status: 'undone', appliedAt }, appliedAt)).toBe(false)
  })
  test('only the first three go on by themselves', () => {
    expect(isWorking('checking')).toBe(true)
    expect(isWorking('ready')).toBe(false)
  })
  test('the tab is the one asked for, else the first with rows', () => {
    expect(tabFrom('fault', {})).toBe('fault')
    expect(tabFrom('x', { conflict: 2, unchanged: 1 })).toBe('conflict')
    expect(tabFrom(undefined, {})).toBe('new')
  })
})

test('a file keeps its name without folders, and its ending however long it is', () => {
  expect(keptFileName('C:\\名单\\居民.xlsx')).toBe('居民.xlsx')
  expect(keptFileName('\u0007')).toBe('—')
  const long = keptFileName(`${'𬭎'.repeat(300)}.xlsx`)
  expect([...long]).toHaveLength(120)
  expect(long).toMatch(/^𬭎+….*\.xlsx$/u)
})

test('the form of an upload reads an empty role group as none', () => {
  expect(uploadFields.parse({ organization: 'x', role: '' })).toEqual({ organization: 'x', role: null })
  expect(uploadFields.safeParse({ role: 'king' }).success).toBe(false)
})
