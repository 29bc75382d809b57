import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeyedRow, type Match, matchRows, type RosterPerson } from '#app/people/rosters/same-person'
import { keyedRow, rosterPerson } from './invented'

const match = (rows: KeyedRow[], roster: RosterPerson[] = []) => matchRows(Object.freeze(rows), Object.freeze(roster))
const one = (row: Partial<KeyedRow>, ...roster: RosterPerson[]) => match([keyedRow(2, row)], roster)[0]
const isMatch = (personId: string): Match => ({ kind: 'match', personId })
const isNew: Match = { kind: 'new' }
const conflict = (why: string, ...personIds: string[]) => ({ kind: 'conflict', personIds, why })

describe('within the file', () => {
  const second = (first: Partial<KeyedRow>, other: Partial<KeyedRow>) =>
    match([keyedRow(2, first), keyedRow(3), keyedRow(4, other)].filter((_, at) => at !== 1))[1]
  const duplicate = { kind: 'duplicate', of: 2 }

  test.each<[string, Partial<KeyedRow>, Partial<KeyedRow>]>([
    ['the same ID number, whatever the name', { idHash: 'i' }, { idHash: 'i', name: '张叁' }],
    ['the same name and phone', { phoneHash: 'p', birthYear: 1962 }, { phoneHash: 'p', birthYear: 1963 }],
    ['the same name, birth and group', { birthYear: 1962, groupKey: '1班' }, { birthYear: 1962, groupKey: '1班' }],
    ['one phone known, the other not', { birthYear: 1962, phoneHash: 'p' }, { birthYear: 1962 }],
    [
      'one ID known, one phone known',
      { birthYear: 1962, idTail: '0011', idHash: 'i' },
      { birthYear: 1962, phoneHash: 'p' },
    ],
    ['the same end of the ID', { birthYear: 1962, idTail: '0011' }, { birthYear: 1962, idTail: '0011', idHash: 'i' }],
    ['rows that are equal in all', {}, {}],
    ['two spellings of a name', { name: 'Li Si' }, { name: 'LI SI' }],
  ])('a second row is a duplicate: %s', (_, first, other) => {
    expect(second(first, other)).toEqual(duplicate)
  })

  test.each<[string, Partial<KeyedRow>, Partial<KeyedRow>]>([
    ['another name', { birthYear: 1962 }, { birthYear: 1962, name: '李四' }],
    ['another name on the same phone', { phoneHash: 'p' }, { phoneHash: 'p', name: '李四' }],
    ['another birth', { birthYear: 1962 }, { birthYear: 1963 }],
    ['another group', { groupKey: '1班' }, { groupKey: '2班' }],
    ['another phone', { phoneHash: 'p' }, { phoneHash: 'q' }],
    ['another ID', { idHash: 'i', idTail: '0011' }, { idHash: 'j', idTail: '0022' }],
    ['another ID with the same end', { idHash: 'i', idTail: '0011' }, { idHash: 'j', idTail: '0011' }],
    ['another organization', { idHash: 'i' }, { idHash: 'i', organizationId: 'station' }],
  ])('a second row is somebody else: %s', (_, first, other) => {
    expect(second(first, other)).toEqual(isNew)
  })

  test('all point to the first', () => {
    const rows = [2, 3, 4, 5].map((number) => keyedRow(number, { phoneHash: 'p' }))
    expect(match(rows)).toEqual([isNew, duplicate, duplicate, duplicate])
  })
})

describe('against the roster', () => {
  test.each<[string, Partial<KeyedRow>, Partial<RosterPerson>]>([
    ['ID number, whatever the name', { idHash: 'i', name: '张叁' }, { idHash: 'i' }],
    ['phone and name', { phoneHash: 'p' }, { phoneHash: 'p', birthYear: 1962 }],
    ['name and birth, with another phone', { birthYear: 1962, phoneHash: 'p' }, { birthYear: 1962, phoneHash: 'q' }],
    ['a name that is the only one', {}, { birthYear: 1962, idHash: 'i', idTail: '0011' }],
    ['a name that is the only one, in another group', { groupKey: '2班' }, { groupKey: '1班' }],
    ['an age that may be off by one', { birthYear: 1963, isBirthYearApproximate: true }, { birthYear: 1962 }],
  ])('is found by %s', (_, row, person) => {
    expect(one(row, rosterPerson('p1', person), rosterPerson('p2', { name: '李四', birthYear: 1962 }))).toEqual(
      isMatch('p1'),
    )
  })

  test.each<[string, Partial<KeyedRow>, Partial<RosterPerson>]>([
    ['another name', {}, { name: '李四' }],
    ['another birth', { birthYear: 1962 }, { birthYear: 1963 }],
    ['another ID', { idHash: 'i', idTail: '0011' }, { idHash: 'j', idTail: '0022' }],
    ['another end of the ID', { idTail: '0011' }, { idTail: '0022' }],
    ['another organization', { idHash: 'i' }, { idHash: 'i', organizationId: 'station' }],
  ])('%s is a new person', (_, row, person) => {
    expect(one(row, rosterPerson('p1', person))).toEqual(isNew)
  })

  test('somebody has to choose', () => {
    const two = [rosterPerson('p2'), rosterPerson('p1')]
    expect(one({}, ...two)).toEqual(conflict('several', 'p1', 'p2'))
    const born = [rosterPerson('p1', { birthYear: 1962 }), rosterPerson('p2', { birthYear: 1962 })]
    expect(one({ birthYear: 1962 }, ...born)).toEqual(conflict('several', 'p1', 'p2'))
    expect(one({ phoneHash: 'p', name: '李四' }, rosterPerson('p1', { phoneHash: 'p' }))).toEqual(
      conflict('samePhone', 'p1'),
    )
    const phone = rosterPerson('p1', { phoneHash: 'p', birthYear: 1962 })
    expect(one({ phoneHash: 'p', birthYear: 1990 }, phone)).toEqual(conflict('contradiction', 'p1'))
    const id = rosterPerson('p1', { idHash: 'i', birthYear: 1962 })
    expect(one({ idHash: 'i', birthYear: 1990 }, id)).toEqual(conflict('contradiction', 'p1'))
    expect(match([keyedRow(2, { groupKey: '1班' }), keyedRow(3, { groupKey: '2班' })], [rosterPerson('p1')])).toEqual([
      conflict('several', 'p1'),
      conflict('several', 'p1'),
    ])
  })

  test('a phone that many share says nothing', () => {
    const office = (count: number) =>
      Array.from({ length: count }, (_, at) => rosterPerson(`p${at}`, { name: `赵${at}`, phoneHash: 'p' }))
    expect(one({ phoneHash: 'p' }, ...office(5))).toMatchObject({ why: 'samePhone' })
    expect(one({ phoneHash: 'p' }, ...office(6))).toEqual(isNew)
  })

  test('of several the one with all that the row says', () => {
    const people = [
      rosterPerson('p1', { birthYear: 1980, groupKey: '1班', phoneTail: '5678' }),
      rosterPerson('p2', { birthYear: 1980, groupKey: '2班', phoneTail: '5678' }),
      rosterPerson('p3', { birthYear: 1980, groupKey: '2班', phoneTail: '1234' }),
    ]
    expect(one({ birthYear: 1980, groupKey: '1班' }, ...people)).toEqual(isMatch('p1'))
    expect(one({ groupKey: '1班' }, ...people)).toEqual(isMatch('p1'))
    expect(one({ birthYear: 1980, groupKey: '2班' }, ...people)).toEqual(conflict('several', 'p1', 'p2', 'p3'))
    expect(one({ birthYear: 1980, groupKey: '2班', phoneTail: '1234' }, ...people)).toEqual(isMatch('p3'))
    expect(one({ birthYear: 1980, groupKey: '4班' }, ...people)).toEqual(conflict('several', 'p1', 'p2', 'p3'))
  })

  test('a person goes to the row that is surest; of equal rows neither gets them', () => {
    const person = rosterPerson('p1', { idHash: 'i', idTail: '0011', birthYear: 1962 })
    const byId = keyedRow(2, { idHash: 'i', name: '张叁' })
    const byYear = keyedRow(3, { birthYear: 1962, groupKey: '1班' })
    const taken = conflict('taken', 'p1')
    expect(match([byYear, byId], [person])).toEqual([taken, isMatch('p1')])
    const again = keyedRow(4, { birthYear: 1962, groupKey: '2班' })
    expect(match([byYear, again], [person])).toEqual([taken, taken])
  })

  test('so many namesakes are for somebody to choose, and twenty are enough to show', () => {
    const namesakes = Array.from({ length: 300 }, (_, at) => rosterPerson(`p${1000 + at}`))
    const found = one({}, ...namesakes)
    expect(found).toMatchObject({ kind: 'conflict', why: 'several' })
    expect(found?.kind === 'conflict' && found.personIds).toHaveLength(20)
  })
})

const facts = {
  name: fc.constantFrom('张三', '李四', '王𬭎'),
  birthYear: fc.constantFrom(null, 1962, 1963),
  groupKey: fc.constantFrom(null, '1班', '2班'),
  idHash: fc.constantFrom(null, 'i', 'j'),
  phoneHash: fc.constantFrom(null, 'p', 'q'),
}
const people = fc
  .array(fc.record(facts), { maxLength: 8 })
  .map((all) =>
    all.map((fact, at) => rosterPerson(`p${at}`, { ...fact, idTail: fact.idHash, phoneTail: fact.phoneHash })),
  )
const rows = fc
  .array(fc.record(facts), { maxLength: 8 })
  .map((all) => all.map((fact, at) => keyedRow(at + 2, { ...fact, idTail: fact.idHash, phoneTail: fact.phoneHash })))

test('the order of the roster changes nothing', () => {
  fc.assert(
    fc.property(rows, people, (file, roster) => {
      expect(match(file, roster.toReversed())).toEqual(match(file, roster))
    }),
    { numRuns: 1000 },
  )
})

test('nobody of the roster is given to two rows, and a duplicate points to an earlier row that is none', () => {
  fc.assert(
    fc.property(rows, people, (file, roster) => {
      const matches = match(file, roster)
      const given = matches.flatMap((found) => (found.kind === 'match' ? [found.personId] : []))
      expect(new Set(given).size).toBe(given.length)
      for (const [at, found] of matches.entries())
        if (found.kind === 'duplicate') {
          expect(found.of).toBeLessThan(file[at]?.number ?? 0)
          expect(matches[found.of - 2]?.kind).not.toBe('duplicate')
        }
    }),
    { numRuns: 1000 },
  )
})

test('a roster that comes back names nobody new and nobody wrongly', () => {
  fc.assert(
    fc.property(people, (roster) => {
      // What our own file holds: no ID number, and a phone with stars.
      const file = roster.map(({ personId: _, ...person }, at) =>
        keyedRow(at + 2, { ...person, idHash: null, phoneHash: null }),
      )
      for (const [at, found] of match(file, roster).entries()) {
        expect(found.kind).not.toBe('new')
        if (found.kind === 'match') {
          const {
            personId,
            idHash: _i,
            phoneHash: _p,
            ...person
          } = roster.find((other) => other.personId === found.personId) ?? {}
          expect(file[at]).toMatchObject(person)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

test('fifty thousand rows meet fifty thousand people', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => ({
    name: `张${String.fromCodePoint(0x4e00 + (at % 5000))}`,
    birthYear: 1930 + (Math.floor(at / 5000) % 90),
    phoneHash: at % 3 === 0 ? `p${at}` : null,
  }))
  const file = many.map((fact, at) => keyedRow(at + 2, fact))
  const roster = many.map((fact, at) => rosterPerson(`p${at}`, fact))
  expect(match(file, roster)).toEqual(many.map((_, at) => isMatch(`p${at}`)))
})

test('fifty thousand namesakes do not stop it', () => {
  const file = Array.from({ length: 50_000 }, (_, at) => keyedRow(at + 2, { idHash: `i${at}`, idTail: `${at}` }))
  const roster = Array.from({ length: 50_000 }, (_, at) =>
    rosterPerson(`p${at}`, { idHash: `j${at}`, idTail: `x${at}` }),
  )
  expect(new Set(match(file, roster).map(({ kind }) => kind))).toEqual(new Set(['conflict']))
})
