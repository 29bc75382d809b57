/** Children in lists: what is kept of one without consent, and what happens to a consent when a list is undone. */
import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { zhCN } from '#app/i18n/config'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { confirm, csvOf, rosterOf, rowsOf, upload } from '../support/import-files'

const { page } = zhCN.rosters.import

let school: string
let club: string
let organizer: Awaited<ReturnType<typeof atDesk>>

beforeEach(async () => {
  school = (await newOrganization(HERE)).id
  club = (await newOrganization(HERE)).id
  organizer = await atDesk('organizer', { regionCode: HERE })
})

const TITLES = '姓名,出生年份,班级,监护人,监护人同意日期'
const list = (text: string) =>
  upload(organizer, { bytes: csvOf(`${TITLES}\n${text}`), fileName: '名单.csv', organization: school, role: 'student' })
const CHILD = '陈小宝,2019,二班,陈大宝,2026-09-01\n'

async function personNamed(name: string) {
  const found = (await rosterOf(school)).find(({ person }) => person.name === name)
  if (!found) throw new Error(`${name} is not on the roster`)
  return found
}

const consentsOf = (personId: string) => {
  const { guardianConsents } = store.tables
  const holds = and(eq(guardianConsents.personId, personId), isNull(guardianConsents.withdrawnAt))
  return store.db.$count(guardianConsents, holds)
}

describe('a child without consent', () => {
  test('stands nowhere readable; the page and the file given back read the name from the sealed cells', async () => {
    const given = await list('赵小六,2019,一班,,\n王芳,1980,,,\n')
    const [row] = await rowsOf(given.id)
    expect(row).toMatchObject({ outcome: 'fault', name: null, birthYear: null, guardianName: null })
    const rows = JSON.stringify(await rowsOf(given.id))
    expect(rows).toContain('王芳')
    expect(rows).not.toContain('赵小六')
    expect(await organizer.html(`${given.path}?tab=fault`)).toContain('赵小六')
  })

  test('who is on the roster already does not leave by a complete list that has them with a fault', async () => {
    await confirm(organizer, await list(CHILD))
    const given = await list('陈小宝,2019,二班,,\n')
    await organizer.submit(given.path, { intent: 'complete', complete: 'yes' })
    expect(await organizer.html(given.path)).toContain(page.nothing)
  })
})

describe('undoing the list that brought the consent', () => {
  test('leaves it with a child who has come to stand on another roster by it', async () => {
    const given = await list(CHILD)
    await confirm(organizer, given)
    const { person } = await personNamed('陈小宝')
    const add = { intent: 'add', organization: club, roleGroup: 'student' }
    await organizer.submit(`/desk/rosters/persons/${person.id}`, add)
    await organizer.submit(given.path, { intent: 'undo' })
    expect(await rosterOf(school)).toEqual([])
    expect(await rosterOf(club)).toHaveLength(1)
    expect(await consentsOf(person.id)).toBe(1)
  })

  test('leaves it with a child whose year of birth it brought and whose place was changed by hand since', async () => {
    await confirm(organizer, await list('陈小宝,2005,二班,,\n'))
    const { person, membership } = await personNamed('陈小宝')
    const { persons } = store.tables
    await store.atomically((tx) => [
      tx.update(persons).set({ birthYear: null, lastImportId: null }).where(eq(persons.id, person.id)),
    ])
    const given = await list(CHILD)
    await confirm(organizer, given)
    const path = `/desk/rosters/persons/${person.id}/memberships/${membership.id}`
    await organizer.submit(path, { intent: 'place', roleGroup: 'student', group: '', note: '值日' })
    await organizer.submit(given.path, { intent: 'undo' })
    expect((await personNamed('陈小宝')).person.birthYear).toBe(2019)
    expect(await consentsOf(person.id)).toBe(1)
  })

  test('takes it away with a child who goes', async () => {
    const given = await list(CHILD)
    await confirm(organizer, given)
    const { person } = await personNamed('陈小宝')
    expect(await consentsOf(person.id)).toBe(1)
    await organizer.submit(given.path, { intent: 'undo' })
    expect(await consentsOf(person.id)).toBe(0)
  })
})

test('a list that waits forgets a child whose consent is withdrawn, and the rest of it can be written', async () => {
  const first = await list(CHILD)
  await confirm(organizer, first)
  const { person } = await personNamed('陈小宝')
  const given = await list('陈小宝,2019,三班,陈大宝,2026-09-01\n周敏,2008,三班,,\n')
  await organizer.submit(`/desk/rosters/persons/${person.id}/consent`, { intent: 'withdraw', understood: 'yes' })
  await confirm(organizer, given)
  expect((await rosterOf(school)).map(({ person: { name } }) => name)).toEqual(['周敏'])
  const rows = [...(await rowsOf(first.id)), ...(await rowsOf(given.id))]
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/陈小宝|陈大宝/)
})

describe('a pupil', () => {
  test('needs a year of birth: by a change of the place, on another roster, and when it is cleared', async () => {
    await confirm(organizer, await list('周敏,2008,三班,,\n'))
    const pupil = await personNamed('周敏')
    const path = `/desk/rosters/persons/${pupil.person.id}`
    const cleared = await organizer.post(path, { intent: 'change', name: '周敏', birthYear: '', sex: '', phone: '' })
    expect(cleared.status).toBe(400)
    expect(await cleared.text()).toContain(zhCN.rosters.person.birthYearNeeded)
    const place = `${path}/memberships/${pupil.membership.id}`
    await organizer.submit(place, { intent: 'place', roleGroup: 'teacher', group: '', note: '' })
    await organizer.submit(path, { intent: 'change', name: '周敏', birthYear: '', sex: '', phone: '' })
    const asPupil = [
      await organizer.post(place, { intent: 'place', roleGroup: 'student', group: '', note: '' }),
      await organizer.post(path, { intent: 'add', organization: club, roleGroup: 'student' }),
    ]
    for (const refused of asPupil) {
      expect(refused.status).toBe(400)
      expect(await refused.text()).toContain(zhCN.rosters.person.birthYearNeeded)
    }
  })
})
