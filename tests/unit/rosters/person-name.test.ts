import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, maskedName, nameKey, nameOf } from '#app/people/rosters/person-name'
import { anyCell, messyText } from './invented'

test.each([
  ['张三', '张三'],
  [' 张 三　', '张三'],
  ['张　三', '张三'],
  ['\u200b张\ufeff三', '张三'],
  ['王𬭎', '王𬭎'],
  ['王 𬭎', '王𬭎'],
  ['䶮㐂', '䶮㐂'],
  ['李 䶮', '李䶮'],
  ['㐂 子', '㐂子'],
  ['𰻝𰻝', '𰻝𰻝'],
  // A character that this machine's Unicode may not know yet, and one of an old system's own.
  ['赵 \u{323AF}', '赵\u{323AF}'],
  ['赵 \ue815', '赵\ue815'],
  // A compatibility ideograph that NFC would replace.
  ['\uf92c\uf979', '\uf92c\uf979'],
  ['买买提·艾力', '买买提·艾力'],
  ['买买提 • 艾力', '买买提·艾力'],
  ['买买提．艾力', '买买提·艾力'],
  ['阿不都.热合曼', '阿不都·热合曼'],
  ['John  Q. Smith', 'John Q. Smith'],
  ['Ｊｏｈｎ Smith', 'John Smith'],
  ['张伟 John', '张伟 John'],
  ['张伟（大）', '张伟（大）'],
  ['张伟２', '张伟2'],
  ['Jose\u0301', 'José'],
  ['䶮'.repeat(50), '䶮'.repeat(50)],
  ['𬭎'.repeat(50), '𬭎'.repeat(50)],
])('%j is %j', (cell, value) => {
  expect(nameOf(cell)).toEqual({ kind: 'value', value })
})

test.each([
  ['123', 'nameNotAName'],
  ['１２３', 'nameNotAName'],
  ['--', 'nameNotAName'],
  ['/', 'nameNotAName'],
  ['张*', 'nameNotAName'],
  ['张三\n李四', 'nameNotAName'],
  ['张\t三', 'nameNotAName'],
  ['张\u0000三', 'nameNotAName'],
  ['张\ud86f', 'nameNotAName'],
  ['𬭎'.repeat(51), 'nameNotAName'],
  [123, 'nameNotAName'],
  [true, 'nameNotAName'],
  [new Date('2026-03-02'), 'nameNotAName'],
  ['张?', 'nameLostCharacter'],
  ['张？', 'nameLostCharacter'],
  ['张\ufffd', 'nameLostCharacter'],
  ['张□', 'nameLostCharacter'],
])('%j is refused: %s', (cell, problem) => {
  expect(nameOf(cell)).toEqual({ kind: 'fault', problem })
})

test.each([null, '', '　', '\u200b', ' \n '])('%j is empty', (cell) => {
  expect(nameOf(cell)).toEqual({ kind: 'empty' })
})

test('a clean name stays as it is', () => {
  fc.assert(
    fc.property(messyText, (text) => {
      const name = cleanName(text)
      expect(cleanName(name)).toBe(name)
    }),
    { numRuns: 3000 },
  )
})

test('whatever a cell holds, a name is whole: no half character, no control sign, at most 50', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const reading = nameOf(cell)
      if (reading.kind !== 'value') return
      expect(reading.value).not.toMatch(/\p{Cs}/u)
      expect([...reading.value].length).toBeLessThanOrEqual(50)
      expect(reading.value).not.toMatch(/\p{Cc}/u)
      expect(nameOf(reading.value)).toEqual(reading)
    }),
    { numRuns: 2000 },
  )
})

test('spellings of one name meet in its key, rare characters stay apart', () => {
  expect(nameKey('\uf92c')).toBe(nameKey('\u90ce'))
  expect(nameKey('John Smith')).toBe(nameKey('JOHNSMITH'))
  expect(nameKey('张伟（大）')).toBe(nameKey('张伟(大)'))
  expect(nameKey('葛\u{e0100}')).toBe(nameKey('葛'))
  expect(new Set(['䶮', '㐂', '𬭎', '龚', '喜', '宏'].map(nameKey)).size).toBe(6)
})

test.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['欧阳锋', '欧阳*'],
  ['欧阳娜娜', '欧阳**'],
  ['欧阳', '欧*'],
  ['𬭎㐂', '𬭎*'],
  ['买买提·艾力', '买**'],
  ['张', '*'],
  ['', '*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
