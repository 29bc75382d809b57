import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { entriesOf, keepSearchIndex } from '#app/content/search-index.server'
import { tokensOf, wantedIn } from '#app/content/search-words'
import type { SearchDocument } from '#app/db/search'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { searchFor } from '#app/learn/search/search.server'

let store: Store
beforeAll(async () => {
  store = createSqliteStore(':memory:')
  await keepSearchIndex(store, catalog)
})
afterAll(() => store.close())

const search = (query: string, locale: 'zh-CN' | 'en' = 'zh-CN', learnerId: string | null = null) =>
  searchFor(store, { catalog, query, locale, learnerId })
const hrefsOf = async (query: string, locale?: 'zh-CN' | 'en') => {
  const answer = await search(query, locale)
  return [...(answer?.lessons ?? []), ...(answer?.checklists ?? [])].map(({ href }) => href)
}
const document = (id: string, text: string, { title = '', context = '' } = {}): SearchDocument => ({
  id,
  title: tokensOf(title),
  text: tokensOf(text),
  context: tokensOf(context),
})

describe('what a resident types', () => {
  test.each([
    ['电动车', '/modules/ebike-lithium'],
    ['电瓶车 充电', '/modules/ebike-lithium#charge-and-buy'],
    ['烟感', '/modules/smoke-alarm'],
    ['燃气', '/modules/gas-leak'],
    ['湿毛巾', '/modules/smoke-and-co#wet-towel'],
    ['毛巾', '/modules/smoke-and-co#wet-towel'],
    ['119', '/modules/call-119'],
    ['１１９', '/modules/call-119'],
    ['灭火器怎么用？', '/modules/extinguisher'],
    ['阳台充电', '/modules/ebike-lithium#myths'],
    ['油锅着火', '/modules/kitchen-oil-fire#extinguisher-last'],
    ['电池冒烟怎么办', '/modules/ebike-lithium#smoke-leave'],
  ])('%s leads to %s among the first', async (query, href) => {
    const hrefs = await hrefsOf(query)
    expect(hrefs.slice(0, 6).map((found) => found.replace(/#.*/, ''))).toContain(href.replace(/#.*/, ''))
    expect(hrefs).toContain(href)
  })

  test.each([
    ['e-bike', '/modules/ebike-lithium'],
    ['EXTINGUISHERS', '/modules/extinguisher'],
    ['烟感', '/modules/smoke-alarm'],
  ])('%s leads an English reader to %s', async (query, href) => {
    expect((await hrefsOf(query, 'en'))[0]).toBe(href)
  })

  test('words that stand together nowhere lead to where some of them stand, and the answer says so', async () => {
    expect(await search('湿毛巾')).toMatchObject({ match: 'every' })
    expect(await search('毛巾 恐龙')).toMatchObject({ match: 'some' })
  })

  test('what stands nowhere finds nothing; a part of it that finds something is named', async () => {
    expect(await search('恐龙')).toEqual({ lessons: [], checklists: [], more: 0, match: 'some', shorter: [] })
    const answer = await search('烟霾霾')
    expect(answer?.lessons).toEqual([])
  })

  test('a word of every lesson gives thirty places and says how many more there are', async () => {
    const answer = await search('火')
    expect((answer?.lessons.length ?? 0) + (answer?.checklists.length ?? 0)).toBe(30)
    expect(answer?.more).toBeGreaterThan(100)
  })

  test('no place comes twice', async () => {
    for (const query of ['烟感', '119', '火']) {
      const hrefs = await hrefsOf(query)
      expect(new Set(hrefs).size).toBe(hrefs.length)
    }
  })
})

describe('every two-character word of a title', () => {
  const titles = [...entriesOf(catalog).values()].filter(({ kind, locale }) => kind === 'module' && locale === 'zh-CN')
  const pairsOf = (title: string) => title.match(/\p{Script=Han}{2}/gu) ?? []

  test('finds its lesson, however the segmenter cuts it', async () => {
    const missed: string[] = []
    for (const { title, href } of titles)
      for (const pair of pairsOf(title)) {
        const finds = await store.search.find('public', [[{ term: pair, by: 'characters' }]], 'every')
        if (!finds.some(({ id }) => entriesOf(catalog).get(id)?.href === href)) missed.push(`${pair} in ${title}`)
      }
    expect(titles.length).toBeGreaterThan(20)
    expect(missed).toEqual([])
  })
})

describe('the store', () => {
  let own: Store
  const find = async (query: string, match: 'every' | 'some' = 'every') =>
    (await own.search.find('public', wantedIn(query), match)).map(({ id }) => id)
  const shelves = (...documents: SearchDocument[]) => ({ public: documents, explanations: [] })

  beforeAll(async () => {
    own = createSqliteStore(':memory:')
    await own.search.keep('1', () =>
      shelves(
        document('a', '湿毛巾捂住口鼻'),
        document('b', '湿毛，巾'),
        document('c', '别的话', { title: '毛巾' }),
        document('d', 'smoke', { context: '厨房' }),
      ),
    )
  })
  afterAll(() => own.close())

  test('finds characters side by side, not across a comma; a title comes first', async () => {
    expect(await find('毛巾')).toEqual(['c', 'a'])
  })

  test('finds every word or some', async () => {
    expect(await find('毛巾 口鼻')).toEqual(['a'])
    expect(new Set(await find('毛巾 口鼻 smoke', 'some'))).toEqual(new Set(['a', 'c', 'd']))
  })

  test('counts what a text is part of beside its own words, never alone', async () => {
    expect(await find('厨房')).toEqual([])
    expect(await find('厨房 smoke')).toEqual(['d'])
    expect(await find('厨房 口鼻')).toEqual([])
    expect(await find('厨房 恐龙', 'some')).toEqual([])
  })

  test.each([
    '" OR "smoke',
    'smoke*"',
    'title_words : smoke',
    '{text_words} : smoke',
    'NEAR(smoke d, 1)',
    "'; drop table search_public; --",
    'a\0b',
    '-smoke ^smoke +smoke',
    'AND OR NOT',
  ])('takes even a way that is %j for plain text', async (term) => {
    // What FTS5 would read as an operator would fail, or find d without these words.
    for (const by of ['word', 'beginning', 'characters'] as const)
      for (const match of ['every', 'some'] as const)
        expect(await own.search.find('public', [[{ term: `${term} zz`, by }]], match)).toEqual([])
    expect(await find('smoke')).toEqual(['d'])
  })

  test('keeps one version: the same again is not even made, another one replaces it whole', async () => {
    const other = createSqliteStore(':memory:')
    await other.search.keep('1', () => shelves(document('old', '毛巾')))
    await other.search.keep('1', () => {
      throw new Error('made again')
    })
    await other.search.keep('2', () => ({ public: [document('new', '口鼻')], explanations: [document('e', '毛巾')] }))
    expect(await other.search.find('public', wantedIn('毛巾'), 'every')).toEqual([])
    expect(await other.search.find('explanations', wantedIn('毛巾'), 'every')).toMatchObject([{ id: 'e' }])
    other.close()
  })

  test('of two processes that keep at once, one writes and nothing stands there twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhihuo-'))
    const [one, two] = [join(folder, 'a.db'), join(folder, 'a.db')].map((file) => createSqliteStore(file))
    if (!one || !two) throw new Error('two stores')
    await two.search.keep('1', () => {
      // The other one is faster, between this one's first look and its write.
      void one.search.keep('1', () => shelves(document('a', '毛巾')))
      return shelves(document('a', '毛巾'))
    })
    expect(await one.search.find('public', wantedIn('毛巾'), 'every')).toHaveLength(1)
    one.close()
    two.close()
    rmSync(folder, { recursive: true })
  })
})
