import { describe, expect, test } from 'vitest'
import { excerptOf, holdsEvery, markHits, type Part } from '#app/content/search-excerpt'
import { wantedIn } from '#app/content/search-words'

/** Hits in brackets. */
const shown = (parts: Part[]) => parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
const marked = (text: string, query: string) => shown(markHits(text, wantedIn(query)))
const excerpt = (text: string, query: string) => shown(excerptOf(text, wantedIn(query)))

describe('hits', () => {
  test('are marked in the text as it is written, whatever its width and case', () => {
    expect(marked('看ＣＣＣ标志', 'ccc')).toBe('看[ＣＣＣ]标志')
    expect(marked('Extinguishers and water', 'extinguisher')).toBe('[Extinguishers] and water')
  })

  test('are found in a word that the text cuts otherwise', () => {
    expect(marked('湿毛巾的局限', '毛巾')).toBe('湿[毛巾]的局限')
    expect(marked('电动自行车', '自行')).toBe('电动[自行]车')
  })

  test('that touch or overlap are one', () => {
    expect(marked('阳台充电', '阳台 充电')).toBe('[阳台充电]')
  })

  test('are whole numbers and whole short words only', () => {
    expect(marked('1190 和 119，打119报警', '119')).toBe('1190 和 [119]，打[119]报警')
    expect(marked('CO and company', 'co')).toBe('[CO] and company')
  })

  test('are plain text, whatever they look like', () => {
    expect(marked('a <b>毛巾</b> & c', '毛巾')).toBe('a <b>[毛巾]</b> & c')
  })

  test('must all be there for a title to hold a query', () => {
    expect(holdsEvery('阳台充电', wantedIn('充电 阳台'))).toBe(true)
    expect(holdsEvery('阳台充电', wantedIn('充电 楼道'))).toBe(false)
    expect(holdsEvery('电动自行车', wantedIn('电瓶车'))).toBe(true)
  })
})

describe('an excerpt', () => {
  const long = `${'先说一些别的事情，它们和要找的词没有关系。'.repeat(4)}不要抱着冒烟的电池下楼，不要留下来泼水。${'后面还有许多话。'.repeat(12)}`

  test('of a short text is the text', () => {
    expect(excerpt('水浇油锅会爆燃。', '油锅')).toBe('水浇[油锅]会爆燃。')
    expect(excerpt('', '油锅')).toBe('')
  })

  test('begins with the sentence of the first hit, so that nothing is cut off a “do not”', () => {
    expect(excerpt(long, '电池')).toMatch(/^…不要抱着冒烟的\[电池\]下楼，/)
    expect(excerpt(long, '电池')).toMatch(/。…$|…$/)
  })

  test('has about sixty Chinese characters or a hundred and sixty Latin ones', () => {
    expect([...excerpt(long, '电池')]).toHaveLength(60 + '…[]…'.length)
    const english = `${'Some other words come first. '.repeat(20)}Put the lid on the oil. ${'More of them follow here. '.repeat(20)}`
    const cut = excerpt(english, 'lid')
    expect(cut).toMatch(/^…Put the \[lid\] on the oil\. /)
    expect(cut.length).toBeGreaterThan(140)
    expect(cut.length).toBeLessThanOrEqual(160 + '…[]…'.length)
  })

  test('without any hit is the beginning', () => {
    expect(excerpt(long, '恐龙')).toMatch(/^先说一些别的事情/)
  })

  test('of one endless sentence begins with a clause, or near the hit', () => {
    expect(excerpt(`${'甲'.repeat(200)}，盖上锅盖`, '锅盖')).toBe('…盖上[锅盖]')
    expect(excerpt(`${'甲'.repeat(200)}锅盖`, '锅盖')).toBe(`…${'甲'.repeat(20)}[锅盖]`)
  })

  test('cuts no character and no number in two', () => {
    expect(excerpt(`${'𠮷'.repeat(80)}`, '恐龙')).toBe(`${'𠮷'.repeat(60)}…`)
    expect(excerpt(`${'甲'.repeat(58)}12345元`, '恐龙')).toBe(`${'甲'.repeat(58)}…`)
    expect(excerpt('👨‍👩‍👧'.repeat(200), 'x')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|\u200d…/)
    expect(excerpt('a'.repeat(500), 'zz')).toBe(`${'a'.repeat(160)}…`)
  })

  test('puts the lines of a list beside one another', () => {
    expect(excerpt('鼓包\n漏液\n有异味。\n停用。', '漏液')).toBe('…[漏液] 有异味。停用。')
  })
})
