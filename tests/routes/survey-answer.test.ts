/** Answering by a link: once, without an account, and without ever being told what was right. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { sheetView } from '#app/measure/surveys/answer-view'
import {
  answersTo,
  close,
  KEY_NAMES,
  linkedWave,
  optionsIn,
  otherKeys,
  responseOf,
  unitNow,
  wholeForm,
} from '../support/answering'
import { newVisitor, tickedIn } from '../support/visitor'

let world: Awaited<ReturnType<typeof linkedWave>>
let next = 0
beforeAll(async () => {
  world = await linkedWave()
})

/** A household that has not answered, and its link. */
function household() {
  const unit = world.units[next++]
  if (!unit) throw new Error('the wave has no more households')
  return { unit, path: `/survey/answer?t=${world.tokens.get(unit.id)}` }
}

const responses = () => store.db.$count(store.tables.surveyResponses)
const instrument = () => world.wave.instrument

describe('the questionnaire', () => {
  test('asks sex and age, every core item and every background item, with 不清楚 last and nothing ticked', async () => {
    const html = await newVisitor({ locale: 'zh-CN' }).html(household().path)
    expect(tickedIn(html)).toEqual([])
    expect(html).toContain('name="age"')
    expect(html).not.toContain('name="region"')
    for (const [id, { options }] of Object.entries(instrument().items)) {
      expect(optionsIn(html, id).toSorted()).toEqual([...options, 'unsure'].toSorted())
      expect(optionsIn(html, id).at(-1)).toBe('unsure')
    }
    for (const [id, { options }] of Object.entries(instrument().background.items))
      expect(optionsIn(html, id)).toEqual(options)
  })

  test('orders the options by the link: the same after a reload, another for another household', async () => {
    const order = async (path: string) => {
      const html = await newVisitor().html(path)
      return Object.keys(instrument().items).map((id) => optionsIn(html, id).join())
    }
    const [one, other] = [household(), household()]
    expect(await order(one.path)).toEqual(await order(one.path))
    expect(await order(one.path)).not.toEqual(await order(other.path))
  })

  test('is the same whatever the key is, so that nothing in it can depend on the key', () => {
    const shown = (of: typeof world.wave.instrument) => sheetView(of, 'some order', 'zh-CN')
    expect(otherKeys(instrument()).items).not.toEqual(instrument().items)
    expect(shown(otherKeys(instrument()))).toEqual(shown(instrument()))
  })

  test('keeps the link in a cookie of its own page, so that changing the language loses nothing', async () => {
    const visitor = newVisitor()
    await visitor.get(household().path)
    expect((await visitor.get('/survey/answer')).status).toBe(200)
    expect(await visitor.html('/survey/answer')).toContain('data-draft')
  })

  test('is there in English, too', async () => {
    const html = await newVisitor({ locale: 'en' }).html(household().path)
    expect(html).toContain('What should you make clear first when you call 119?')
    expect(html).toContain('How safe from fire do you feel your own home is?')
  })
})

describe('sending', () => {
  test('keeps every answer, thanks, and says nothing of right and wrong', async () => {
    const { unit, path } = household()
    const visitor = newVisitor({ locale: 'zh-CN' })
    const form = [...wholeForm(instrument(), { right: 13 }), ['began', String(Date.now() - 240_000)]] as [
      string,
      string,
    ][]
    const html = await visitor.submit(path, form)
    expect(html).toContain('谢谢您')
    expect(html).not.toMatch(KEY_NAMES)
    expect(await responseOf(unit.id)).toMatchObject({
      ...{ mode: 'web', tier: 'P', asked: 20, answered: 20, correct: 13, sex: 'male', age: 38, isProxy: false },
      ...{ accountId: null, seconds: 240, personKey: null },
    })
    expect((await unitNow(unit.id))?.disposition).toBe('complete')
    expect(await answersTo(unit.id)).toMatchObject({ 'perception-1': 'very-safe', 'education-2': 'broadcast' })
  })

  test('with blanks comes back once with all that was chosen, and can be sent like that', async () => {
    const { unit, path } = household()
    const visitor = newVisitor({ locale: 'zh-CN' })
    const form = wholeForm(instrument()).slice(0, 10)
    const response = await visitor.post(path, form)
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain('还有 21 题没选')
    expect(tickedIn(html).toSorted()).toEqual(
      form
        .slice(1)
        .filter(([name]) => name !== 'age')
        .map((pair) => pair.join('='))
        .toSorted(),
    )
    expect(html).toContain('value="38"')
    expect(await responseOf(unit.id)).toBeUndefined()
    await visitor.post(path, [...form, ['anyway', 'yes']])
    expect(await responseOf(unit.id)).toMatchObject({ answered: 7 })
    expect((await unitNow(unit.id))?.disposition).toBe('break-off')
  })

  test.each([
    ['17', '这次调查只问 18–75 岁的人'],
    ['四十', '年龄请写数字'],
  ])('with the age %s comes back and says what to do', async (age, says) => {
    const { unit, path } = household()
    const form = wholeForm(instrument()).map(([name, value]): [string, string] => [name, name === 'age' ? age : value])
    const response = await newVisitor({ locale: 'zh-CN' }).post(path, form)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(says)
    expect(await responseOf(unit.id)).toBeUndefined()
  })

  test('“none of these” with something else comes back to that question', async () => {
    const { path } = household()
    const form: [string, string][] = [...wholeForm(instrument()), ['item.education-2', 'none']]
    const response = await newVisitor({ locale: 'zh-CN' }).post(path, form)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('不能和别的选项一起选')
  })

  test.each([
    ['an option that the item does not have', ['item.core-01', 'nothing']],
    ['an item that the questionnaire does not have', ['item.core-99', 'unsure']],
    ['an id that is none', ['id', 'x']],
    ['a place, although the place was drawn', ['region', newId()]],
  ] as [string, [string, string]][])('%s is no form of ours', async (_, field) => {
    const { unit, path } = household()
    const form = wholeForm(instrument()).filter(([name]) => name !== field[0])
    expect((await newVisitor().post(path, [...form, field])).status).toBe(400)
    expect(await responseOf(unit.id)).toBeUndefined()
  })

  test('pressed twice, it is one response and both presses are thanked', async () => {
    const { unit, path } = household()
    const visitor = newVisitor({ locale: 'zh-CN' })
    const form = wholeForm(instrument())
    const before = await responses()
    const pages = await Promise.all([visitor.submit(path, form), visitor.submit(path, form)])
    for (const html of pages) expect(html).toContain('您的回答已经收下')
    expect(await responses()).toBe(before + 1)
    expect(await responseOf(unit.id)).toBeDefined()
  })
})

describe('the number of people in the household', () => {
  const withEligible = (of: typeof world.wave.instrument, eligible: string): [string, string][] => [
    ...wholeForm(of),
    ['eligible', eligible],
  ]

  test('is asked where one of them was to be chosen, and kept with the household', async () => {
    const { unit, path } = household()
    const visitor = newVisitor({ locale: 'zh-CN' })
    expect(await visitor.html(path)).toContain('住在这里、18–75 岁的有几位（连您在内）')
    await visitor.post(path, withEligible(instrument(), '３'))
    expect(await unitNow(unit.id)).toMatchObject({ disposition: 'complete', eligible: 3, visits: 0 })
  })

  test('may be left out: what an interviewer counted before stays', async () => {
    const [blank, counted] = [household(), household()]
    const { surveyUnits } = store.tables
    await store.atomically((tx) => [
      tx.update(surveyUnits).set({ eligible: 4, visits: 2 }).where(eq(surveyUnits.id, counted.unit.id)),
    ])
    for (const { path } of [blank, counted]) await newVisitor().post(path, withEligible(instrument(), ''))
    expect(await unitNow(blank.unit.id)).toMatchObject({ disposition: 'complete', eligible: null })
    expect(await unitNow(counted.unit.id)).toMatchObject({ disposition: 'complete', eligible: 4, visits: 2 })
  })

  test.each(['0', '100', '三'])('as %s comes back and keeps what was typed', async (typed) => {
    const { unit, path } = household()
    const response = await newVisitor({ locale: 'zh-CN' }).post(path, withEligible(instrument(), typed))
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain('人数请写 1–99 的数字')
    expect(html).toMatch(new RegExp(`name="eligible"[^>]*value="${typed}"`))
    expect(await responseOf(unit.id)).toBeUndefined()
    next -= 1
  })

  test('is neither asked nor kept where the list names persons', async () => {
    const { wave, units, tokens } = await linkedWave({ design: { household: 'persons' } })
    const path = `/survey/answer?t=${tokens.get(units[0]?.id ?? '')}`
    expect(await newVisitor().html(path)).not.toContain('name="eligible"')
    await newVisitor().post(path, withEligible(wave.instrument, '3'))
    expect(await unitNow(units[0]?.id ?? '')).toMatchObject({ disposition: 'complete', eligible: null })
  })
})

describe('a link', () => {
  test('works once: whoever comes later is told kindly, and changes nothing', async () => {
    const { unit, path } = household()
    await newVisitor().post(path, wholeForm(instrument(), { right: 5 }))
    const later = newVisitor({ locale: 'zh-CN' })
    const page = await later.get(path)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('这个链接已经用过了')
    const sent = await later.post(path, wholeForm(instrument(), { right: 20 }))
    expect(sent.status).toBe(410)
    expect(await responseOf(unit.id)).toMatchObject({ correct: 5 })
  })

  test.each(['', '?t=', '?t=bm9ib2R5', `?t=${'x'.repeat(5000)}`])(
    'that nobody was sent leads nowhere: %s',
    async (query) => {
      const page = await newVisitor({ locale: 'zh-CN' }).get(`/survey/answer${query}`)
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('这个链接打不开')
      expect((await newVisitor().post(`/survey/answer${query}`, wholeForm(instrument()))).status).toBe(404)
    },
  )

  test('of a wave that has closed says so, also to what was filled in before', async () => {
    const { wave, links } = await linkedWave()
    const path = `/survey/answer?t=${links[0]?.token}`
    await close(wave)
    const page = await newVisitor({ locale: 'zh-CN' }).get(path)
    expect(page.status).toBe(409)
    expect(await page.text()).toContain('这次调查现在不收答卷')
    const before = await responses()
    expect((await newVisitor().post(path, wholeForm(wave.instrument))).status).toBe(409)
    expect(await responses()).toBe(before)
  })
})

test('in a wave without a sample the street is asked', async () => {
  const { wave, path } = await (async () => {
    const drawn = await linkedWave({ tier: 'Q' })
    const { surveyUnits } = store.tables
    await store.atomically((tx) => [tx.update(surveyUnits).set({ clusterId: null })])
    return { wave: drawn.wave, path: `/survey/answer?t=${drawn.links[0]?.token}` }
  })()
  expect(wave.tier).toBe('Q')
  expect(await newVisitor().html(path)).toContain('name="region"')
})
