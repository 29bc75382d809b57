import { describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { newVisitor } from '../support/visitor'

const visitor = newVisitor()
const english = newVisitor({ locale: 'en' })

describe('/checklists', () => {
  test('leads to each of the three, homes first', async () => {
    const html = await visitor.html('/checklists')
    const links = [...html.matchAll(/href="\/checklists\/([a-z-]+)"/g)].map(([, id]) => id)
    expect(links).toEqual(['home', 'small-place', 'organization'])
    expect(html).toContain('15 条，其中 2 条要当场改')
    expect(html).toContain('20 条，其中 4 条要当场改')
  })

  test('is linked from the foot of every public page', async () => {
    expect(await visitor.html('/about')).toContain('href="/checklists"')
  })
})

describe.each(catalog.checklists)('/checklists/$id', ({ id, items, words }) => {
  test('shows every item in its order: what to ask, why, how to mend it', async () => {
    const html = await visitor.html(`/checklists/${id}`)
    const shown = [...html.matchAll(/<li id="([a-z]\d+)"/g)].map(([, item]) => item)
    expect(shown).toEqual(items.map((item) => item.id))
    for (const { ask, why, mend } of Object.values(words['zh-CN'].items))
      for (const text of [ask, why, mend]) expect(html).toContain(text)
  })

  test('marks what has to be put right at once, in words', async () => {
    const html = await visitor.html(`/checklists/${id}`)
    const marked = [...html.matchAll(/⚠ <\/span>当场改/g)]
    expect(marked).toHaveLength(items.filter(({ onTheSpot }) => onTheSpot).length)
  })

  test('leads from each item to the section that teaches it', async () => {
    const html = await visitor.html(`/checklists/${id}`)
    const links = [...html.matchAll(/href="\/modules\/([a-z0-9-]+)#([a-z0-9-]+)"/g)]
    expect(links.map(([, module]) => module)).toEqual(items.map(({ point }) => point.split('.')[0]))
    for (const [place, { point }] of items.entries()) {
      const [moduleId, fact = ''] = point.split('.')
      const section = catalog.modules
        .find((module) => module.id === moduleId)
        ?.sections.find((one) => one.id === links[place]?.[2])
      expect(section?.facts, point).toContain(fact)
    }
  })

  test('is there in English', async () => {
    const html = await english.html(`/checklists/${id}`)
    expect(html).toContain(words.en.title)
    expect(html).toContain('<html lang="en"')
  })

  test('takes no answers', async () => {
    const html = await visitor.html(`/checklists/${id}`)
    expect(html.slice(html.indexOf('<article'), html.indexOf('</article>'))).not.toMatch(/<(form|input|button)/)
  })
})

test('what stands on a draft says so and names it', async () => {
  const html = await visitor.html('/checklists/small-place')
  const item = html.slice(html.indexOf('<li id="s12"'), html.indexOf('<li id="s13"'))
  expect(item).toContain('《人员密集场所消防安全管理》报批稿')
  expect(item).toContain('待消防部门复核')
})

test.each(['/checklists/garage', '/checklists/HOME', '/checklists/constructor'])('%s is not there', async (path) => {
  expect((await visitor.get(path)).status).toBe(404)
})
