import { beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { plain } from '#app/content/search-entries'
import { entriesOf, keepSearchIndex } from '#app/content/search-index.server'
import { store } from '#app/db/main.server'
import { en, zhCN } from '#app/i18n/config'
import { searchFor } from '#app/learn/search/search.server'
import { handIn, newVisitor, sit, type Visitor } from '../support/visitor'
import { call119 } from '../support/world'

/** Hundreds of searches in one test: on a busy machine they take a while. */
const PATIENCE = 30_000

let mei: Visitor
let english: Visitor
beforeEach(() => {
  mei = newVisitor({ locale: 'zh-CN' })
  english = newVisitor({ locale: 'en' })
})

const path = (query: string) => `/search?q=${encodeURIComponent(query)}`
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '')
const explanationOf = (questionId: string) => plain(call119.words['zh-CN'].questions[questionId]?.explanation ?? '')

describe('the page', () => {
  test('without a query says what can be searched, with examples', async () => {
    const html = await mei.html('/search')
    expect(html).toContain(zhCN.search.lead)
    for (const example of zhCN.search.examples) expect(html).toContain(path(example))
  })

  test('every example finds something, in both languages', async () => {
    for (const example of zhCN.search.examples) expect(await mei.html(path(example))).toContain('<mark')
    for (const example of en.search.examples) expect(await english.html(path(example))).toContain('<mark')
  })

  test('shows finds with a link to their section, their kind and an excerpt in which they are marked', async () => {
    const html = await mei.html(path('湿毛巾'))
    expect(html).toContain('href="/modules/smoke-and-co#wet-towel"')
    expect(html).toContain('<mark')
    expect(html).toContain(zhCN.search.kind.fact)
    expect(html).toContain('value="湿毛巾"')
  })

  test('groups lessons and checklists, and says how many places are not listed', async () => {
    const html = await mei.html(path('烟感'))
    expect(html).toContain(`>${zhCN.search.lessons}</h2>`)
    expect(html).toContain(`>${zhCN.search.checklists}</h2>`)
    expect(await mei.html(path('火'))).toMatch(/还有 \d+ 处没有列出来/)
  })

  test('every link of a find leads to a place that is there', async () => {
    const html = await mei.html(path('烟感'))
    const links = [...html.matchAll(/href="(\/(?:modules|checklists)\/[a-z0-9-]+)(?:#([a-z0-9-]+))?"/g)]
    expect(links.length).toBeGreaterThan(3)
    for (const [, page = '', anchor] of links.filter(([, page]) => page?.startsWith('/modules'))) {
      const lesson = await mei.html(page)
      if (anchor) expect(lesson, `${page}#${anchor}`).toContain(`id="${anchor}"`)
    }
  })

  test('in English finds English words, and marks what there is in Chinese only', async () => {
    expect(await english.html(path('smoke'))).toContain('<html lang="en"')
    expect(await english.html(path('烟感'))).toMatch(/href="\/modules\/smoke-alarm" lang="zh-CN"/)
  })

  test('finding nothing offers examples, all lessons and the feedback box', async () => {
    const html = await mei.html(path('恐龙'))
    expect(textOf(html)).toContain('没有找到“恐龙”')
    expect(html).toContain('href="/modules"')
    expect(html).toContain('href="/feedback?about=/search"')
  })
})

describe('odd queries', () => {
  test.each([
    ['blanks', '   '],
    ['punctuation', '，。！？"\'`*()'],
    ['emoji', '🔥🧯👨‍👩‍👧'],
    ['a NUL', '%00'],
    ['a NUL in a word', '毛%00巾'],
    ['half a character', '%ed%a0%80'],
    ['bytes that are no UTF-8', '%ff%fe'],
    ['a lone per cent sign', '%'],
    ['SQL', "' OR 1=1; drop table search_public; --"],
    ['operators of FTS5', '"毛巾" AND NEAR(a b) title_words:* ^x'],
    ['markup', '<script>alert(1)</script>'],
    ['very many words', '火 '.repeat(2000)],
    ['a very long word', 'a'.repeat(8000)],
    ['letters of other scripts', 'Ωμέγα 한국어 אש حريق'],
  ])('%s: a page with a sentence', async (_, query) => {
    const response = await mei.get(
      `/search?q=${query.replaceAll(' ', '+').replaceAll('#', '%23').replaceAll('&', '%26')}`,
    )
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain(zhCN.search.explanations)
    expect(html).not.toContain('<script>alert')
  })

  test('without a word are told so, with an example', async () => {
    for (const query of ['，。', '🔥', '"*']) expect(await mei.html(path(query))).toContain('这里面没有字词')
  })

  test('longer than a hundred characters are cut, and the page says so', async () => {
    const html = await mei.html(path(`毛巾${'的'.repeat(150)}`))
    expect(html).toContain('只搜了前 100 个字')
    expect(html).toContain('<mark')
    expect(await mei.html(path('毛'.repeat(100)))).not.toContain('只搜了前')
  })

  test('repeated or of another name: the first q counts', async () => {
    expect(await mei.html('/search?q=%E6%AF%9B%E5%B7%BE&q=x')).toContain('value="毛巾"')
    expect(await mei.html('/search?query=x')).toContain(zhCN.search.lead)
  })

  test('sent as a form are refused without a fault', async () => {
    expect((await mei.post('/search', { q: '毛巾' })).status).toBe(405)
  })
})

describe('an explanation', () => {
  /** A paper, how the explanation of its first question begins, and the query that looks for just that. */
  const asked = async (visitor: Visitor) => {
    const paper = await sit(visitor)
    const explanation = [...explanationOf(paper.items[0]?.questionId ?? '')]
    return { paper, begins: explanation.slice(0, 24).join(''), query: path(explanation.slice(0, 16).join('')) }
  }
  const textAt = async (visitor: Visitor, address: string) => textOf(await visitor.html(address))

  test('is found by whoever has closed an attempt that asked its question, and by nobody else', async () => {
    const { paper, begins, query } = await asked(mei)
    expect(await textAt(mei, query)).not.toContain(zhCN.search.kind.explanation)
    await handIn(mei, paper)
    expect(await textAt(mei, query)).toContain(zhCN.search.kind.explanation)
    expect(await textAt(mei, query)).toContain(begins)
    const bo = newVisitor({ locale: 'zh-CN' })
    await sit(bo)
    for (const other of [bo, newVisitor({ locale: 'zh-CN' })])
      expect(await textAt(other, query)).not.toContain(zhCN.search.kind.explanation)
  })

  test('is hidden again while another attempt that asks its question is open', async () => {
    const { paper, begins, query } = await asked(mei)
    await handIn(mei, paper)
    for (let attempt = 0; attempt < 10; attempt++) {
      const next = await sit(mei)
      const isAsked = next.items.some(({ questionId }) => questionId === paper.items[0]?.questionId)
      expect((await textAt(mei, query)).includes(begins)).toBe(!isAsked)
      if (isAsked) return
      await handIn(mei, next)
    }
    throw new Error('ten papers never repeated a question')
  })

  test('has no influence on what anybody else is answered: not even on the order or the number', {
    timeout: PATIENCE,
  }, async () => {
    const queries = [
      ...catalog.modules.flatMap(({ words }) =>
        Object.values(words['zh-CN'].questions).map(({ explanation }) => [...plain(explanation)].slice(0, 8).join('')),
      ),
      ...zhCN.search.examples,
    ].filter((_, index) => index % 12 === 0)
    const answers = () =>
      Promise.all(queries.map((query) => searchFor(store, { catalog, query, locale: 'zh-CN', learnerId: null })))
    const before = await answers()
    const others = catalog.modules.map((module) => withOtherExplanations(module))
    await keepSearchIndex(store, { ...catalog, modules: others, version: 'other explanations' })
    try {
      expect(await answers()).toEqual(before)
    } finally {
      await keepSearchIndex(store, catalog)
    }
  })

  test.each(['zh-CN', 'en'] as const)(
    'in %s, looked for by its first eight characters, stands in no answer',
    { timeout: PATIENCE },
    async (locale) => {
      const explanations = catalog.modules.flatMap(({ words }) =>
        Object.values(words[locale]?.questions ?? {}).map(({ explanation }) => [...plain(explanation)]),
      )
      expect(explanations.length).toBeGreaterThan(200)
      const shown = new Set<string>()
      for (const explanation of explanations) {
        const query = explanation.slice(0, 8).join('')
        const answer = await searchFor(store, { catalog, query, locale, learnerId: null })
        for (const { title, excerpt } of [...(answer?.lessons ?? []), ...(answer?.checklists ?? [])])
          shown.add([...title, ...excerpt].map(({ text }) => text).join(''))
      }
      const everything = [...shown].join('\n')
      // An excerpt is shorter than many an explanation, so how one begins must not stand there either, unless a lesson says it.
      const lessons = [...entriesOf(catalog).values()]
        .filter(({ kind }) => kind !== 'explanation')
        .map(({ text }) => text)
      const taught = lessons.join('\n')
      const begins = explanations.map((begin) => begin.slice(0, 30).join('')).filter((begin) => !taught.includes(begin))
      const leaks = begins.filter((begin) => everything.includes(begin))
      expect(shown.size).toBeGreaterThan(100)
      expect(begins.length).toBeGreaterThan(150)
      expect(leaks).toEqual([])
    },
  )
})

function withOtherExplanations(module: (typeof catalog.modules)[number]) {
  const other = (words: typeof call119.words.en) =>
    words && {
      ...words,
      questions: Object.fromEntries(
        Object.entries(words.questions).map(([id, question]) => [
          id,
          { ...question, explanation: '毛巾 火 119 另一种讲解' },
        ]),
      ),
    }
  return {
    ...module,
    words: { 'zh-CN': other(module.words['zh-CN']) ?? module.words['zh-CN'], en: other(module.words.en) },
  }
}
