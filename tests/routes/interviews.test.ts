/** What an interviewer sees and sends: their own units, once each, with a network or after having been without one. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { kishRow } from '#app/measure/surveys/interview'
import {
  answersTo,
  assign,
  close,
  KEY_NAMES,
  linkedWave,
  optionsIn,
  responseOf,
  unitNow,
  wholeForm,
} from '../support/answering'
import { atDesk, HERE } from '../support/desk'
import { newVisitor, tickedIn } from '../support/visitor'

let world: Awaited<ReturnType<typeof linkedWave>>
let bo: Awaited<ReturnType<typeof atDesk>>
let wei: Awaited<ReturnType<typeof atDesk>>
let next = 0
beforeAll(async () => {
  world = await linkedWave({ regionCode: HERE })
  bo = await atDesk('interviewer', { regionCode: HERE })
  wei = await atDesk('interviewer', { regionCode: HERE })
  await assign(bo.account.id, world.units.slice(0, 12))
  await assign(wei.account.id, world.units.slice(12))
})

/** One of Bo's units that nobody has been to. */
function ofBo() {
  const unit = world.units[next++]
  if (!unit || next > 12) throw new Error('Bo has no more units')
  return { unit, path: `/desk/interviews/${unit.id}` }
}
const ofWei = () => world.units[12]?.id ?? ''

const instrument = () => world.wave.instrument
const answers = (change: [string, string][] = []): [string, string][] => {
  const usual: [string, string][] = [
    ['intent', 'answers'],
    ['mode', 'face'],
    ['visits', '1'],
  ]
  const kept = [...wholeForm(instrument()), ...usual].filter(([name]) => !change.some(([changed]) => changed === name))
  return [...kept, ...change]
}

describe('the pages', () => {
  test('list the units of the interviewer and nobody else’s', async () => {
    const html = await bo.html('/desk/interviews')
    for (const { id } of world.units.slice(0, 12)) expect(html).toContain(`/desk/interviews/${id}`)
    expect(html).not.toContain(ofWei())
    expect(await bo.html('/desk/interviews/field')).not.toContain(ofWei())
  })

  test('of a unit that is somebody else’s do not exist, to read, to write or to send', async () => {
    expect((await bo.get(`/desk/interviews/${ofWei()}`)).status).toBe(404)
    expect((await bo.post(`/desk/interviews/${ofWei()}`, answers())).status).toBe(404)
    const sent = await bo.postJson('/desk/interviews/send', queued(ofWei()))
    expect([sent.status, await sent.json()]).toEqual([404, { taken: 'unknownUnit' }])
    expect(await responseOf(ofWei())).toBeUndefined()
  })

  test('of a unit show whom to ask by the grid of this very unit', async () => {
    const { unit, path } = ofBo()
    const cells = [...(await bo.html(path)).matchAll(/data-kish-cell="true">(\d)</g)].map(([, number]) =>
      Number(number),
    )
    expect(cells).toEqual(kishRow(world.wave.seed ?? '', unit.code))
  })

  test('hold no key: not the page of a unit, not the page for going out, not what comes back', async () => {
    const { path } = ofBo()
    const back = await bo.post(
      path,
      answers()
        .slice(0, 9)
        .concat([['intent', 'answers']]),
    )
    for (const html of [await bo.html(path), await bo.html('/desk/interviews/field'), await back.text()]) {
      expect(html).toContain('item.core-01')
      expect(html).not.toMatch(KEY_NAMES)
    }
  })

  test('order the options anew for each unit', async () => {
    const orders = await Promise.all(
      [ofBo(), ofBo()].map(async ({ path }) => {
        const html = await bo.html(path)
        return Object.keys(instrument().items).map((id) => optionsIn(html, id).join())
      }),
    )
    expect(orders[0]).not.toEqual(orders[1])
    expect(orders[0]?.map((order) => order.split(',').toSorted())).toEqual(
      orders[1]?.map((order) => order.split(',').toSorted()),
    )
  })
})

describe('the form of a unit', () => {
  test('keeps the answers with who asked, how, and that somebody answered for the respondent', async () => {
    const { unit, path } = ofBo()
    const html = await bo.submit(
      path,
      answers([
        ['proxy', 'yes'],
        ['eligible', '3'],
        ['mode', 'phone'],
        ['visits', '2'],
      ]),
    )
    expect(html).toContain(unit.code)
    expect(await responseOf(unit.id)).toMatchObject({
      mode: 'phone',
      isProxy: true,
      accountId: bo.account.id,
      correct: 12,
    })
    expect(await unitNow(unit.id)).toMatchObject({ disposition: 'complete', visits: 2, eligible: 3 })
    expect(await answersTo(unit.id)).toMatchObject({ 'education-4': 'this-year' })
    const again = await bo.post(path, answers([['id', newId()]]))
    expect(again.status).toBe(409)
    expect(await bo.html(path)).not.toContain('item.core-01')
  })

  test('with blanks comes back with all that was ticked', async () => {
    const { unit, path } = ofBo()
    const response = await bo.post(
      path,
      answers().filter(([name]) => name !== 'item.core-05'),
    )
    expect(response.status).toBe(400)
    const ticked = tickedIn(await response.text())
    expect(ticked.filter((one) => one.startsWith('item.'))).toHaveLength(27)
    expect(await responseOf(unit.id)).toBeUndefined()
  })

  test.each(['no-contact', 'refusal', 'not-eligible'])(
    'writes down a visit that came to %s, and counts it once',
    async (outcome) => {
      const { unit, path } = ofBo()
      const visit = { intent: 'visit', outcome, visits: '1' }
      expect((await bo.post(path, visit)).status).toBe(302)
      expect((await bo.post(path, visit)).status).toBe(302)
      expect(await unitNow(unit.id)).toMatchObject({ disposition: outcome, visits: 1 })
      next -= 1
    },
  )

  test('without an outcome says what to do', async () => {
    const { path } = ofBo()
    const response = await bo.post(path, { intent: 'visit', visits: '1' })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/请先选这次上门的结果|Please choose what came of this visit/)
  })
})

/** An entry of the queue as a phone sends it. */
const queued = (unitId: string, change: Record<string, unknown> = {}) => ({
  ...{ kind: 'answers', id: newId(), unitId, visits: 1, eligible: 2, mode: 'face' },
  ...{ sex: 'female', age: 52, isProxy: false, seconds: 400 },
  sheet: Object.fromEntries(
    wholeForm(instrument()).flatMap(([name, value]) => (name.startsWith('item.') ? [[name.slice(5), [value]]] : [])),
  ),
  ...change,
})
const send = async (entry: unknown) => {
  const response = await bo.postJson('/desk/interviews/send', entry)
  return [response.status, await response.json()]
}

describe('the queue of a phone', () => {
  test('arrives once, however often it is sent, and the answer says nothing but that', async () => {
    const { unit } = ofBo()
    const entry = queued(unit.id)
    expect(await send(entry)).toEqual([200, { taken: 'saved' }])
    expect(await send(entry)).toEqual([200, { taken: 'already' }])
    const [first, second] = await Promise.all([send(entry), send(entry)])
    expect([first, second]).toEqual([
      [200, { taken: 'already' }],
      [200, { taken: 'already' }],
    ])
    expect(await responseOf(unit.id)).toMatchObject({ id: entry.id, age: 52, correct: 12 })
    expect(await send(queued(unit.id))).toEqual([409, { taken: 'unitTaken' }])
    expect(
      await send({ kind: 'visit', id: newId(), unitId: unit.id, visits: 2, eligible: null, outcome: 'refusal' }),
    ).toEqual([200, { taken: 'already' }])
    expect((await unitNow(unit.id))?.disposition).toBe('complete')
  })

  test('is refused with a reason, and nothing of it is kept', async () => {
    const unitId = world.units[11]?.id ?? ''
    expect(await send(queued(unitId, { sheet: { 'core-01': ['nothing'] } }))).toEqual([409, { taken: 'unknownOption' }])
    expect(await send(queued(unitId, { age: 12 }))).toEqual([409, { taken: 'outOfFrame' }])
    expect(await send(queued(newId()))).toEqual([404, { taken: 'unknownUnit' }])
    expect(await responseOf(unitId)).toBeUndefined()
  })

  test.each([
    ['something else', { kind: 'other' }],
    ['text', 'hello'],
    ['nothing', null],
    ['a field too many', () => queued(world.units[11]?.id ?? '', { correct: 20 })],
    [
      'thousands of choices',
      () => queued(world.units[11]?.id ?? '', { sheet: { 'education-2': Array.from({ length: 50 }, () => 'talk') } }),
    ],
  ])('with %s is no entry of ours', async (_, entry) => {
    const response = await bo.postJson('/desk/interviews/send', typeof entry === 'function' ? entry() : entry)
    expect(response.status).toBe(400)
  })

  test('is sent to sign in, not lost, when the session has ended', async () => {
    const response = await newVisitor().postJson('/desk/interviews/send', queued(world.units[11]?.id ?? ''))
    expect(response.status).toBe(302)
  })

  test('after the wave has closed is refused, by the queue and by the page', async () => {
    const { wave, units } = await linkedWave({ regionCode: HERE })
    await assign(bo.account.id, units.slice(0, 1))
    const id = units[0]?.id ?? ''
    await close(wave)
    expect(await send(queued(id))).toEqual([409, { taken: 'waveClosed' }])
    expect(
      await send({ kind: 'visit', id: newId(), unitId: id, visits: 1, eligible: null, outcome: 'refusal' }),
    ).toEqual([409, { taken: 'waveClosed' }])
    const page = await bo.post(`/desk/interviews/${id}`, answers())
    expect(page.status).toBe(409)
    expect(await bo.html('/desk/interviews')).not.toContain(id)
    expect(await responseOf(id)).toBeUndefined()
  })
})

test('the worker that keeps the field page is a script of our own', async () => {
  const response = await bo.get('/desk/interviews/worker.js')
  expect(response.headers.get('Content-Type')).toContain('text/javascript')
  const script = await response.text()
  expect(script).toContain("const PAGE = '/desk/interviews/field'")
  expect(() => new Function('self', script)).not.toThrow()
})
