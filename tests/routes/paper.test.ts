/** Papers typed in by the code that stands on them, letter by letter; and the papers themselves, and the letters with links. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { paperOrder, sheetView } from '#app/measure/surveys/answer-view'
import { kishRow } from '#app/measure/surveys/interview'
import { answersTo, close, KEY_NAMES, linkedWave, otherKeys, responseOf, unitNow } from '../support/answering'
import { atDesk, ELSEWHERE, HERE } from '../support/desk'
import { newVisitor } from '../support/visitor'
import { newWave } from '../support/waves'

let world: Awaited<ReturnType<typeof linkedWave>>
let lead: Awaited<ReturnType<typeof atDesk>>
let next = 0
beforeAll(async () => {
  world = await linkedWave({ regionCode: HERE })
  lead = await atDesk('survey-lead', { regionCode: HERE })
})

const paperPath = () => `/desk/surveys/${world.wave.id}/paper`
const view = (instrument = world.wave.instrument) => sheetView(instrument, paperOrder(instrument), 'zh-CN')
const items = () => view().sections.flatMap((section) => section.items)

function unit() {
  const found = world.units[next++]
  if (!found) throw new Error('the wave has no more units')
  return found
}

/** A paper on which A is circled everywhere, changed as told. */
const paper = (code: string, change: Record<string, string> = {}): Record<string, string> => ({
  ...{ id: newId(), code, sex: 'A', age: '66' },
  ...Object.fromEntries(items().map(({ id }) => [`letter.${id}`, 'A'])),
  ...change,
})

const says = async (response: Response) => (await response.text()).replace(/<[^>]*>/g, ' ')

describe('typing in', () => {
  test('keeps the option that each letter stands for on the paper, several where several may be chosen', async () => {
    const { id, code } = unit()
    const typed = paper(code, { 'letter.core-02': 'd', 'letter.education-2': 'ａ、C d', proxy: 'yes' })
    const html = await lead.submit(paperPath(), typed)
    expect(html).toContain(code)
    const letters = (itemId: string) =>
      items()
        .find((item) => item.id === itemId)
        ?.options.map((option) => option.id) ?? []
    const kept = await answersTo(id)
    expect(kept['core-01']).toBe(letters('core-01')[0])
    expect(kept['core-02']).toBe('unsure')
    expect(kept['education-2']).toBe(['broadcast', 'noticeboard', 'talk'].join(' '))
    expect(await responseOf(id)).toMatchObject({ mode: 'paper', sex: 'female', age: 66, isProxy: true, seconds: null })
  })

  test('takes the code in small letters and with a space', async () => {
    const { id, code } = unit()
    await lead.post(paperPath(), paper(`${code.slice(0, 2).toLowerCase()} ${code.slice(2).toLowerCase()}`))
    expect(await responseOf(id)).toBeDefined()
  })

  test('refuses a mistyped code by its check sign, an unknown one, and one that has been entered, and keeps what was typed', async () => {
    const { code } = unit()
    const other = code.startsWith('2') ? '3' : '2'
    const wrong = await lead.post(paperPath(), paper(other + code.slice(1), { 'letter.core-03': 'C' }))
    expect(wrong.status).toBe(400)
    const page = await wrong.text()
    expect(page).toMatch(/最后一位是校验位。请对着|the last sign is a check sign. Please compare/)
    expect(page).toMatch(/name="letter.core-03"[^>]*value="C"/)
    const elsewhere = await linkedWave({ regionCode: HERE, seed: 'fedcba9876543210' })
    expect(await says(await lead.post(paperPath(), paper(elsewhere.units[0]?.code ?? '')))).toMatch(
      /没有这个编号|no such code/,
    )
    const [first] = world.units
    expect(await says(await lead.post(paperPath(), paper(first?.code ?? '')))).toMatch(
      /已经有答卷了|answers under this code/,
    )
  })

  test.each([
    ['a letter that is no option', { 'letter.core-01': 'F' }],
    ['two letters for one answer', { 'letter.core-01': 'AB' }],
    ['“none of these” beside another', { 'letter.education-2': 'AH' }],
    ['a sex that is none', { sex: 'X' }],
    ['an age outside the survey', { age: '17' }],
    ['a household of nobody', { eligible: '0' }],
    ['a household of a hundred', { eligible: '100' }],
    ['no code', { code: '' }],
  ])('with %s comes back and writes nothing', async (_, change) => {
    const { id, code } = unit()
    const response = await lead.post(paperPath(), paper(code, change))
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('aria-invalid="true"')
    expect(await responseOf(id)).toBeUndefined()
    next -= 1
  })

  test('asks once about blanks and then believes it', async () => {
    const { id, code } = unit()
    const typed = paper(code, { 'letter.core-07': '', 'letter.perception-2': '' })
    const response = await lead.post(paperPath(), typed)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('name="anyway"')
    await lead.post(paperPath(), { ...typed, anyway: 'yes' })
    expect(await answersTo(id)).toMatchObject({ 'core-07': null, 'perception-2': null })
  })

  test('keeps how many people the household has, and leaves it open where the paper does', async () => {
    const [counted, blank] = [unit(), unit()]
    await lead.post(paperPath(), paper(counted.code, { eligible: '2' }))
    await lead.post(paperPath(), paper(blank.code, { eligible: '' }))
    expect(await unitNow(counted.id)).toMatchObject({ disposition: 'complete', eligible: 2, visits: 0 })
    expect(await unitNow(blank.id)).toMatchObject({ disposition: 'complete', eligible: null })
  })

  test('neither asks nor keeps it where the list names persons; the printed paper does not ask either', async () => {
    const { wave, units } = await linkedWave({ regionCode: HERE, design: { household: 'persons' } })
    const [{ id, code } = unit()] = units
    const path = `/desk/surveys/${wave.id}`
    const asked = /有几位（连您在内）|live here, you included/
    expect(await lead.html(`${path}/paper`)).not.toMatch(asked)
    expect(await lead.html(`${path}/questionnaire`)).not.toMatch(asked)
    await lead.post(`${path}/paper`, paper(code, { eligible: '3' }))
    expect(await unitNow(id)).toMatchObject({ disposition: 'complete', eligible: null })
    for (const page of ['paper', 'questionnaire'])
      expect(await lead.html(`/desk/surveys/${world.wave.id}/${page}`)).toMatch(asked)
  })

  test('is over when the wave is, and has not begun while it is a draft', async () => {
    const { wave, units } = await linkedWave({ regionCode: HERE })
    await close(wave)
    const path = `/desk/surveys/${wave.id}/paper`
    expect((await lead.post(path, paper(units[0]?.code ?? ''))).status).toBe(409)
    expect(await lead.html(path)).not.toContain('letter.core-01')
    const draft = await newWave(store, { regionCode: HERE })
    expect(await lead.html(`/desk/surveys/${draft.id}/paper`)).not.toContain('letter.core-01')
  })
})

describe('the paper', () => {
  const path = () => `/desk/surveys/${world.wave.id}/questionnaire`

  test('has every item with letters, 不清楚 last, in an order that does not depend on the key', async () => {
    const html = await lead.html(path())
    for (const { stem } of items()) expect(html).toContain(stem.replaceAll('&', '&amp;').replaceAll("'", '&#x27;'))
    expect(items().every(({ options }) => options.at(-1)?.id === 'unsure')).toBe(true)
    expect(html).not.toMatch(KEY_NAMES)
    const turned = otherKeys(world.wave.instrument)
    expect(view(turned)).toEqual(view())
  })

  test('does not put the right answer in the same place each time', () => {
    const places = Object.entries(world.wave.instrument.items).map(([id, { correct }]) =>
      items()
        .find((item) => item.id === id)
        ?.options.findIndex((option) => option.id === correct[0]),
    )
    expect(new Set(places).size).toBe(3)
  })
})

describe('letters with links', () => {
  const path = () => `/desk/surveys/${world.wave.id}/links`

  test('are shown once, in the answer, each leading to a questionnaire', async () => {
    const made = await lead.post(path(), { intent: 'make', cluster: '', confirm: 'yes' })
    expect(made.status).toBe(200)
    const links = [...(await made.text()).matchAll(/zhihuo\.test(\/survey\/answer\?t=[\w-]{22})/g)].map(
      ([, link]) => link ?? '',
    )
    expect(links.length).toBeGreaterThan(3)
    expect(new Set(links).size).toBe(links.length)
    expect((await newVisitor().get(links[0] ?? '')).status).toBe(200)
    expect(await lead.html(path())).not.toContain('/survey/answer?t=')
  })

  test('choose the same person of a household as the interviewer would, by its own Kish table', async () => {
    const { wave } = world
    const html = await (await lead.post(path(), { intent: 'make', cluster: '', confirm: 'yes' })).text()
    const letters = html.split('<section').filter((letter) => letter.includes('/survey/answer?t='))
    expect(letters.length).toBeGreaterThan(3)
    for (const letter of letters) {
      const [code = ''] = /[A-Z0-9]{5}(?=<)/.exec(letter.slice(letter.indexOf('tracking-wider'))) ?? []
      const places = [...letter.matchAll(/text-xl font-bold">(\d)</g)].map(([, place]) => Number(place))
      expect(places, code).toEqual(kishRow(wave.seed ?? '', code))
    }
  })

  test('ask first, because older ones stop working', async () => {
    const response = await lead.post(path(), { intent: 'make', cluster: '' })
    expect(response.status).toBe(400)
    expect(await says(response)).toMatch(/请先在框里打钩|Please tick the box first/)
  })

  test('come as a spreadsheet, too, and the address of the file leads back to the form', async () => {
    const file = await lead.post(`${path()}/file`, { intent: 'make', cluster: '', confirm: 'yes' })
    expect(file.headers.get('Content-Type')).toContain('spreadsheetml')
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    expect((await lead.get(`${path()}/file`)).headers.get('Location')).toBe(path())
  })

  test('are made for nobody by a survey lead of another place, in either form', async () => {
    const other = await atDesk('survey-lead', { regionCode: ELSEWHERE })
    for (const address of [path(), `${path()}/file`])
      expect((await other.post(address, { intent: 'make', cluster: '', confirm: 'yes' })).status).toBe(404)
  })
})
