/** Every address × every role × in and out of scope. A new route that is not in tests/support/rights.ts fails here. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles, SCOPE_OF } from '#app/people/accounts/roles'
import { type Access, accesses } from '../support/rights'
import { createRightsWorld, type RightsWorld, type Things } from '../support/rights-world'
import { routes } from '../support/site'
import { newVisitor } from '../support/visitor'

let world: RightsWorld
beforeAll(async () => {
  world = await createRightsWorld()
})

const entries = Object.entries(accesses)
const staffOnly = entries.filter(([, { read, write }]) => Array.isArray(read) || Array.isArray(write))
const isOpen = (allowed: Access['read']): boolean => allowed === 'everybody'
const maySo = (allowed: Access['read'], role: Role): boolean =>
  allowed === 'everybody' || (allowed?.includes(role) ?? false)

/** What stands here; of what belongs to one person, their own. */
const thingsOf = (role: Role): Things => ({ ...world.here, ...world.own[role] })

/** The address of a thing here or elsewhere. */
const addressOf = (pattern: string, { query = '' }: Access, things: Things): string =>
  pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) => things[name] ?? name) +
  query.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? name)

test('the table names every route of the site, what it can be asked, and no other', () => {
  const found = routes
    .filter(({ path }) => path !== '*')
    .map(({ path, module }) => [`/${path}`, 'default' in module || 'loader' in module, 'action' in module])
  const paths = found.map(([path]) => path)
  expect(paths.toSorted()).toEqual(Object.keys(accesses).toSorted())
  const takesForms = found.filter(([, , action]) => action).map(([path]) => path)
  expect(takesForms.toSorted()).toEqual(
    entries
      .filter(([, { write }]) => write)
      .map(([pattern]) => pattern)
      .toSorted(),
  )
})

describe('nobody and a learner', () => {
  test.each(staffOnly)('%s leads them to sign in', async (pattern, access) => {
    for (const visitor of [world.visitors.nobody, world.visitors.learner]) {
      const path = addressOf(pattern, access, world.here)
      if (access.read) expect(signInOf(await visitor.get(path)), pattern).toBe(true)
      if (access.write) expect(signInOf(await visitor.post(path)), pattern).toBe(true)
    }
  })

  test.each(entries.filter(([, { read }]) => isOpen(read)))('%s is open to them', async (pattern, access) => {
    const things = {
      ...world.here,
      moduleId: 'call-119',
      checklistId: 'home',
      audience: 'resident',
      name: 'six-things',
    }
    for (const visitor of [world.visitors.nobody, world.visitors.learner]) {
      const { status } = await visitor.get(addressOf(pattern, access, things))
      expect(status, pattern).toBe(access.leadsElsewhere && status === 302 ? 302 : 200)
    }
  })
})

const signInOf = (response: Response): boolean =>
  response.status === 302 && (response.headers.get('Location') ?? '').startsWith('/desk/sign-in')

describe.each(roles)('%s', (role) => {
  test.each(staffOnly.filter(([, { read }]) => read))('reads %s as the table has it', async (pattern, access) => {
    const visitor = world.visitors[role]
    const { status } = await visitor.get(addressOf(pattern, access, thingsOf(role)))
    const shown = access.leadsElsewhere && status === 302 ? 302 : 200
    expect(status).toBe(maySo(access.read, role) ? shown : 403)
  })

  test.each(staffOnly.filter(([, { write }]) => write))('writes to %s as the table has it', async (pattern, access) => {
    const { form = { intent: 'none' } } = access
    const { status } = await world.visitors[role].post(addressOf(pattern, access, thingsOf(role)), form)
    // What the form lacks is the person's mistake; what they may not do is a refusal.
    expect(status).toBe(maySo(access.write, role) ? 400 : 403)
  })

  test.each(entries.filter(([, { scoped }]) => scoped))('finds nothing of elsewhere at %s', async (pattern, access) => {
    if (SCOPE_OF[role] === 'district') return expectFound(role, pattern, access)
    const path = addressOf(pattern, access, world.elsewhere)
    expect((await world.visitors[role].get(path)).status).toBe(maySo(access.read, role) ? 404 : 403)
    if (!access.write) return
    expect((await world.visitors[role].post(path, access.form ?? { intent: 'none' })).status).toBe(
      maySo(access.write, role) ? 404 : 403,
    )
  })
})

/** Who is confined to nothing finds what stands elsewhere, too. */
async function expectFound(role: Role, pattern: string, access: Access): Promise<void> {
  const { status } = await world.visitors[role].get(addressOf(pattern, access, world.elsewhere))
  const shown = access.leadsElsewhere && status === 302 ? 302 : 200
  expect(status).toBe(maySo(access.read, role) ? shown : 403)
}

describe('lists', () => {
  test.each(['/desk/rosters', '/desk/organizations', '/desk/places', '/desk/imports'])(
    '%s shows what stands here and nothing of elsewhere',
    async (path) => {
      const html = await world.visitors.organizer.html(path)
      const idOf = ({ personId, organizationId, regionId, importId }: Things) =>
        ({ '/desk/rosters': personId, '/desk/organizations': organizationId, '/desk/places': regionId })[path] ??
        importId
      expect(html).toContain(idOf(world.here))
      expect(html).not.toContain(idOf(world.elsewhere))
    },
  )
})

test('an account that has been disabled, and a session that has ended, open nothing', async () => {
  const stranger = newVisitor({ desk: 'bm9ib2R5' })
  expect(signInOf(await stranger.get('/desk'))).toBe(true)
})
