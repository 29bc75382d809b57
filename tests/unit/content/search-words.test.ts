import { describe, expect, test } from 'vitest'
import { fold, readable } from '#app/content/search-fold'
import { shorterWords, tellingOf, tokensOf, wantedIn } from '#app/content/search-words'

/** What is asked for, each word in the first of its ways. */
const asked = (query: string) => wantedIn(query).map(([way]) => way?.term)

describe('what is kept of a text', () => {
  test('is its words and its characters, with a gap where no word goes over', () => {
    expect(tokensOf('湿毛巾，119')).toEqual({ words: '湿 毛巾 119', characters: '湿 毛 巾' })
    expect(tokensOf('打119报火警，毛巾').characters).toBe('打 x 报 火 警 x 毛 巾')
  })

  test('is the same in full width and half width, in capitals and small letters', () => {
    expect(tokensOf('ＣＣＣ认证１１９')).toEqual(tokensOf('ccc认证119'))
  })

  test('of a text without words is empty', () => {
    expect(tokensOf('，。🔥"*')).toEqual({ words: '', characters: '' })
  })
})

describe('what is asked for', () => {
  test('neighbours that the segmenter cuts into single characters are one word', () => {
    expect(asked('漏气')).toEqual(['漏气'])
    expect(asked('漏气 毛巾')).toEqual(['漏气', '毛巾'])
  })

  test('a word of every day finds what the lesson calls it', () => {
    expect(wantedIn('电瓶车')).toEqual([
      [
        { term: '电动自行车', by: 'characters' },
        { term: '电动车', by: 'characters' },
        { term: '电瓶车', by: 'characters' },
      ],
    ])
    expect(asked('煤气罐')).toEqual(['燃气', '罐'])
  })

  test('what only makes a question of it is left out, unless nothing else is there', () => {
    expect(asked('灭火器怎么用')).toEqual(['灭火器'])
    expect(asked('How do I use the EXTINGUISHERS?')).toEqual(['use', 'extinguisher'])
    expect(asked('的')).toEqual(['的'])
    expect(asked('what is it')).not.toEqual([])
  })

  test('numbers and short words must be whole, longer ones may go on', () => {
    expect(wantedIn('119 co smoke')).toEqual([
      [{ term: '119', by: 'word' }],
      [{ term: 'co', by: 'word' }],
      [{ term: 'smoke', by: 'beginning' }],
    ])
  })

  test.each(['', '   ', '，。！？', '🔥🧯', '"*()', '\u0000', '\ud800'])('%j has no word in it', (query) => {
    expect(wantedIn(query)).toEqual([])
  })

  test('operators of a query language are words or nothing', () => {
    expect(asked('毛巾" OR title_words:*')).toEqual(['毛巾', 'title', 'word'])
    expect(asked('NEAR(a b, 2)')).toEqual(['near', 'b', '2'])
  })

  test('at most twelve words, each once', () => {
    expect(asked(Array.from({ length: 40 }, (_, number) => `词${number}`).join(' '))).toHaveLength(12)
    expect(asked('毛巾 毛巾 毛巾')).toEqual(['毛巾'])
  })
})

test('single characters say too little by themselves, unless there is nothing else', () => {
  expect(tellingOf(wantedIn('毛巾 门'))).toEqual(wantedIn('毛巾'))
  expect(tellingOf(wantedIn('门'))).toEqual(wantedIn('门'))
})

test('shorter words are the beginnings and ends of the long ones', () => {
  expect(shorterWords(wantedIn('一氧化碳'))).toEqual(['一氧', '化碳'])
  expect(shorterWords(wantedIn('毛巾 extinguisher'))).toEqual([])
})

test('what is no character is taken out, and blanks become one', () => {
  expect(readable('  毛\u0000巾\ud83d \n\t x\udc00 ')).toBe('毛 巾 x')
  expect(readable('👨‍👩‍👧 𠮷')).toBe('👨‍👩‍👧 𠮷')
})

test('folding keeps the way back, also where one character becomes several or lies beyond the first plane', () => {
  const { folded, starts } = fold('㎏𠮷Ａ')
  expect(folded).toBe('kg𠮷a')
  expect(starts).toEqual([0, 0, 1, 1, 3, 4])
})
