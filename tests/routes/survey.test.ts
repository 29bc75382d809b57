import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { openInstrument } from '#app/measure/surveys/open-instrument.server'
import { questionnaire } from '#app/measure/surveys/questionnaire'
import { listStreets } from '#app/people/places/regions.server'
import { newVisitor, sit, tickedIn, type Visitor } from '../support/visitor'

const itemIds = Object.keys(openInstrument.items)

let mei: Visitor
let responseId: string
beforeEach(async () => {
  mei = newVisitor()
  responseId = /data-draft="([^"]*)"/.exec(await mei.html('/survey/open'))?.[1] ?? ''
})

/** A form in which the first `count` items are answered 不清楚, or as `options` says. */
const form = (count = 20, options: Record<string, string> = {}): [string, string][] =>
  itemIds.slice(0, count).map((id) => [`item.${id}`, options[id] ?? openInstrument.unsure])

const right = Object.fromEntries(itemIds.map((id) => [id, openInstrument.items[id]?.correct[0] ?? '']))

const kept = () =>
  store.db.select().from(store.tables.surveyResponses).where(eq(store.tables.surveyResponses.id, responseId))
const responses = () => store.db.$count(store.tables.surveyResponses)

describe('the questionnaire', () => {
  test('asks every item, offers 不清楚 last, and has nothing ticked', async () => {
    const html = await mei.html('/survey/open')
    expect(tickedIn(html)).toEqual([])
    for (const id of itemIds) {
      const values = [...html.matchAll(new RegExp(`name="item.${id}" value="([^"]*)"`, 'g'))].map(([, value]) => value)
      expect(values.toSorted()).toEqual(
        [...(openInstrument.items[id]?.options ?? []), openInstrument.unsure].toSorted(),
      )
      expect(values.at(-1)).toBe(openInstrument.unsure)
    }
  })

  test('is the same page after a reload, and another order for another respondent', async () => {
    const page = await mei.html('/survey/open')
    expect(await mei.html('/survey/open')).toBe(page)
    const values = (html: string) =>
      [...html.matchAll(/name="item[^"]*" value="([^"]*)"/g)].map(([, value]) => value).join()
    expect(values(await newVisitor().html('/survey/open'))).not.toBe(values(page))
  })

  test('is the same whatever the key is, so that nothing in it can depend on the key', () => {
    const items = Object.entries(openInstrument.items).map(([id, item]) => [
      id,
      { ...item, correct: [item.options.at(-1)] },
    ])
    const turned = { ...openInstrument, items: Object.fromEntries(items) }
    const shown = (instrument: typeof openInstrument) => questionnaire(instrument, responseId, 'zh-CN', new Map())
    expect(turned.items).not.toEqual(openInstrument.items)
    expect(shown(turned)).toEqual(shown(openInstrument))
  })

  test('never says which answer is right: not before, not when it comes back, not after', async () => {
    const back = await (await mei.post('/survey/open', form(10, right))).text()
    await mei.post('/survey/open', form(20, right))
    const pages = [
      await newVisitor().html('/survey/open'),
      back,
      await mei.html('/survey/thanks'),
      await mei.html('/survey/open.data'),
    ]
    for (const page of pages) expect(page).not.toMatch(/correct|正确答案|答对|explanation/i)
  })
})

describe('a filled-in questionnaire', () => {
  test('is kept with the place, leads to the thanks, and is scored on the server', async () => {
    const [street] = await listStreets(store)
    const response = await mei.post('/survey/open', [
      ...form(20, { ...right, [itemIds[0] ?? '']: openInstrument.unsure }),
      ['region', street?.id ?? ''],
    ])
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/survey/thanks'])
    expect(await kept()).toMatchObject([{ asked: 20, answered: 20, correct: 19, regionId: street?.id, tier: 'Q' }])
  })

  test('sent again keeps the first, says so, and opens no second one', async () => {
    await mei.post('/survey/open', form())
    const first = await kept()
    const again = await mei.post('/survey/open', form(20, right))
    expect(again.headers.get('Location')).toBe('/survey/thanks?already')
    expect(await kept()).toEqual(first)
    expect((await mei.get('/survey/open')).headers.get('Location')).toBe('/survey/thanks?already')
  })

  test('sent ten times at once is one response', async () => {
    const before = await responses()
    const replies = await Promise.all(Array.from({ length: 10 }, () => mei.post('/survey/open', form())))
    for (const { status } of replies) expect(status).toBe(302)
    expect(await responses()).toBe(before + 1)
  })

  test('is not connected to what the device has learned', async () => {
    const { learnerId } = await sit(mei)
    await mei.post('/survey/open', form())
    expect(JSON.stringify(await kept())).not.toContain(learnerId)
    expect(responseId).not.toBe(learnerId)
  })
})

describe('a questionnaire with blanks', () => {
  test('comes back once, says how many are blank, and keeps what was chosen', async () => {
    const [, street] = await listStreets(store)
    const response = await mei.post('/survey/open', [...form(17), ['region', street?.id ?? '']])
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('3')
    expect(tickedIn(html)).toEqual(form(17).map(([field, value]) => `${field}=${value}`))
    expect(html).toMatch(new RegExp(`<option value="${street?.id}"[^>]* selected=""`))
    expect([...html.matchAll(/border-amber/g)].length).toBeGreaterThanOrEqual(3)
    expect(await kept()).toEqual([])
  })

  test('is accepted as it is when the respondent wants that', async () => {
    await mei.post('/survey/open', [...form(17), ['anyway', 'yes']])
    expect(await kept()).toMatchObject([{ asked: 20, answered: 17 }])
  })

  test('that is wholly blank can be sent too, and counts as broken off', async () => {
    await mei.post('/survey/open', { anyway: 'yes' })
    expect(await kept()).toMatchObject([{ asked: 20, answered: 0, correct: 0 }])
  })
})

describe('what is refused', () => {
  test.each([
    ['an unknown item', [['item.core-99', 'address']]],
    ['an item with an inherited name', [['item.constructor', 'x']]],
    ['an option that the item does not have', [[`item.${itemIds[0]}`, 'no-such-option']]],
    ['no option', [[`item.${itemIds[0]}`, '']]],
    [
      'two options of one item',
      [
        [`item.${itemIds[0]}`, 'address'],
        [`item.${itemIds[0]}`, 'cause'],
      ],
    ],
    ['a place that does not exist', [['region', 'atlantis']]],
  ] as [string, [string, string][]][])('%s', async (_, fields) => {
    const response = await mei.post('/survey/open', [...form().slice(1), ...fields, ['anyway', 'yes']])
    expect(response.status).toBe(400)
    expect(await kept()).toEqual([])
  })

  test('a form from a browser that never opened the survey leads to a fresh one and keeps nothing', async () => {
    const before = await responses()
    for (const visitor of [
      newVisitor(),
      newVisitor({ respondent: 'forged' }),
      newVisitor({ respondent: responseId }),
    ]) {
      const response = await visitor.post('/survey/open', form())
      expect([response.status, response.headers.get('Location')]).toEqual([302, '/survey/open'])
    }
    expect(await responses()).toBe(before)
  })
})
