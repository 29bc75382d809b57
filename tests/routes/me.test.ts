import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { store } from '#app/db/main.server'
import { listStreets, type Region } from '#app/people/places/regions.server'
import { fieldsFor, handIn, newVisitor, sit, type Visitor } from '../support/visitor'
import { DAY } from '../support/world'

let mei: Visitor
let bo: Visitor
let streets: Region[]
beforeEach(async () => {
  mei = newVisitor()
  bo = newVisitor()
  streets = await listStreets(store)
  return () => {
    vi.useRealTimers()
  }
})

const CODE = /\d{3} \d{3} \d{4}/

async function makeCode(visitor: Visitor): Promise<string> {
  const html = await (await visitor.post('/me', { intent: 'code' })).text()
  return CODE.exec(html)?.[0] ?? ''
}

async function regionOf(learnerId: string) {
  const { learners } = store.tables
  const [row] = await store.db.select().from(learners).where(eq(learners.id, learnerId))
  return row?.regionId
}

describe('the page of a learner', () => {
  test('of somebody new is empty, offers no code to make, and keeps nothing about them', async () => {
    const before = await store.db.$count(store.tables.learners)
    const response = await mei.get('/me')
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([200, null])
    expect(await mei.html('/me')).not.toContain('value="code"')
    expect(await store.db.$count(store.tables.learners)).toBe(before)
  })

  test('shows what is passed, what is open and what was wrong', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper, { right: 9 }))
    const open = await sit(mei, 'run-or-close-door')
    const html = await mei.html('/me')
    expect(html).toContain(`href="${open.path}"`)
    expect(html).toContain(`href="${paper.path}"`)
    expect(html).toContain('action="/modules/call-119/practice"')
    expect(await bo.html('/me')).not.toContain(paper.id)
  })
})

describe('the place', () => {
  test('can be said before anything was learned, and stands in the attempts that follow', async () => {
    const response = await mei.post('/me', { intent: 'place', region: streets[1]?.id ?? '' })
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/me'])
    const { id, learnerId } = await sit(mei)
    expect(await regionOf(learnerId)).toBe(streets[1]?.id)
    const { attempts } = store.tables
    expect(await store.db.select().from(attempts).where(eq(attempts.id, id))).toMatchObject([
      { regionId: streets[1]?.id },
    ])
  })

  test('can be taken back, and is the learner’s own', async () => {
    await mei.post('/me', { intent: 'place', region: streets[0]?.id ?? '' })
    await bo.post('/me', { intent: 'place', region: streets[2]?.id ?? '' })
    await mei.post('/me', { intent: 'place', region: '' })
    expect(await regionOf((await sit(mei)).learnerId)).toBeNull()
    expect(await regionOf((await sit(bo)).learnerId)).toBe(streets[2]?.id)
  })

  test('that is no street of ours is refused, and so is a community or a whole district', async () => {
    const { regions } = store.tables
    const others = (await store.db.select().from(regions)).filter(({ level }) => level !== 'street')
    expect(others.length).toBeGreaterThan(0)
    for (const region of ['atlantis', "' or 1=1", ...others.map(({ id }) => id)])
      expect((await mei.post('/me', { intent: 'place', region })).status).toBe(400)
    expect(mei.cookies().learner).toBeUndefined()
  })
})

describe('the code for another device', () => {
  test('takes one’s progress to a device that has none', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper))
    const response = await bo.post('/me/continue', { code: await makeCode(mei) })
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/me?joined'])
    expect(await bo.html('/me')).toContain(`href="${paper.path}"`)
    expect((await bo.get(paper.path)).status).toBe(200)
  })

  test('brings the progress of both devices together, on both', async () => {
    const [phone, tablet] = [await sit(mei), await sit(bo, 'run-or-close-door')]
    await bo.post('/me/continue', { code: await makeCode(mei) })
    for (const visitor of [mei, bo])
      for (const paper of [phone, tablet]) expect((await visitor.get(paper.path)).status).toBe(200)
  })

  test.each([
    (code: string) => code.replaceAll(' ', ''),
    (code: string) => code.replaceAll(' ', '-'),
    (code: string) => ` ${code} `,
    fullWidth,
  ])('may be typed with or without spaces, with hyphens, or in full-width digits (%#)', async (typed) => {
    await sit(mei)
    expect((await bo.post('/me/continue', { code: typed(await makeCode(mei)) })).status).toBe(302)
  })

  test.each(['', '123', '12345678901', 'abcdefghij', "1' or '1'='1"])(
    'that is not ten digits is refused and stays in the field: %j',
    async (code) => {
      const response = await bo.post('/me/continue', { code })
      expect(response.status).toBe(400)
      const html = await response.text()
      expect(html).toContain('role="alert"')
      expect(html).toContain(`value="${code.replaceAll("'", '&#x27;')}"`)
      expect(bo.cookies().learner).toBeUndefined()
    },
  )

  test('that nobody made, or that has expired, is refused', async () => {
    await sit(mei)
    const code = await makeCode(mei)
    const other = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
    expect((await bo.post('/me/continue', { code: other })).status).toBe(400)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * DAY })
    expect((await bo.post('/me/continue', { code })).status).toBe(400)
    expect(bo.cookies().learner).toBeUndefined()
  })

  test('cannot be made by who has no progress', async () => {
    expect((await mei.post('/me', { intent: 'code' })).status).toBe(404)
  })
})

test('a form that asks for nothing, or for something else, is refused', async () => {
  await sit(mei)
  for (const fields of [[], [['intent', 'delete']], [['intent', '']]] as [string, string][][])
    expect((await mei.post('/me', fields)).status).toBe(400)
})

function fullWidth(code: string): string {
  return code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}
