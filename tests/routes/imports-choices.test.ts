import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { zhCN } from '#app/i18n/config'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { confirm, csvOf, importAt, rosterOf, rowsOf, upload } from '../support/import-files'
import { enter } from '../support/rosters'

const { page, complete } = zhCN.rosters.import

let organization: string
let organizer: Awaited<ReturnType<typeof atDesk>>

beforeEach(async () => {
  organization = (await newOrganization(HERE)).id
  organizer = await atDesk('organizer', { regionCode: HERE })
})

const list = (text: string) =>
  upload(organizer, { bytes: csvOf(text), fileName: '名单.csv', organization, role: 'staff' })
const entered = (name: string, more = {}) =>
  enter(store, dataKeys, { organizationId: organization, name, phone: null, birthYear: null, ...more })
const names = async () => (await rosterOf(organization)).map(({ person }) => person.name)
const choose = (path: string, fields: Record<string, string>) =>
  organizer.submit(path, { intent: 'choose', tab: 'conflict', page: '1', ...fields })

describe('a row that may be somebody on the roster', () => {
  test('is left out until somebody has chosen', async () => {
    await entered('王芳', { birthYear: 1968 })
    await entered('王芳', { birthYear: 1980 })
    const given = await list('姓名\n王芳\n李强\n')
    expect(given.counts).toEqual({ conflict: 1, new: 1 })
    await confirm(organizer, given)
    expect(await names()).toEqual(['王芳', '王芳', '李强'])
  })

  test('the same person: their entry is changed, nobody is added', async () => {
    const older = await entered('王芳', { birthYear: 1968 })
    await entered('王芳', { birthYear: 1980 })
    const given = await list('姓名,备注\n王芳,队长\n')
    expect(await choose(given.path, { 'choice-2': `same:${older.id}` })).toContain(page.choicesSaved)
    await confirm(organizer, given)
    const roster = await rosterOf(organization)
    expect(roster.map(({ membership }) => membership.note)).toEqual(['队长', null])
    await organizer.submit(given.path, { intent: 'undo' })
    expect((await rosterOf(organization)).map(({ membership }) => membership.note)).toEqual([null, null])
  })

  test('another person is added, and a choice can be changed', async () => {
    await entered('王芳', { birthYear: 1968, phone: '13911111111' })
    const given = await list('姓名,手机\n李强,13911111111\n')
    expect((await rowsOf(given.id))[0]).toMatchObject({ outcome: 'conflict', why: 'samePhone' })
    await choose(given.path, { 'choice-2': 'other' })
    expect(await organizer.html(given.path)).toContain('确认，写入 1 行')
    await choose(given.path, { 'choice-2': 'skip' })
    expect(await organizer.html(given.path)).toContain(page.nothing)
    await choose(given.path, { 'choice-2': 'other' })
    await confirm(organizer, given)
    expect(await names()).toEqual(['王芳', '李强'])
  })

  test('somebody who is no candidate cannot be chosen', async () => {
    const own = await entered('王芳', { phone: '13911111111' })
    const there = await enter(store, dataKeys, { organizationId: (await newOrganization(HERE)).id, name: '赵敏' })
    const given = await list('姓名,手机\n李强,13911111111\n')
    await choose(given.path, { 'choice-2': `same:${there.id}` })
    expect((await rowsOf(given.id))[0]).toMatchObject({ choice: 'skip', personId: null })
    const wrong = await organizer.post(given.path, { intent: 'choose', 'choice-2': `perhaps:${own.id}` })
    expect(wrong.status).toBe(400)
  })
})

test('a second row of the same person is left out, joined or added as somebody chooses', async () => {
  const given = await list('姓名,手机\n王芳,13911111111\n王芳,13911111111\n')
  expect(given.counts).toEqual({ duplicate: 1, new: 1 })
  await choose(given.path, { tab: 'duplicate', 'choice-3': 'same:2' })
  expect(await organizer.html(given.path)).toContain('确认，写入 1 行')
  await choose(given.path, { tab: 'duplicate', 'choice-3': 'other' })
  expect(await organizer.html(given.path)).toContain('确认，写入 2 行')
})

describe('a complete list', () => {
  test('nobody leaves unless it is said to be complete', async () => {
    await entered('王芳')
    await entered('李强')
    await confirm(organizer, await list('姓名\n王芳\n周敏\n'))
    expect(await names()).toEqual(['王芳', '李强', '周敏'])
  })

  test('shows who leaves before they leave, and can be taken back', async () => {
    await entered('王芳')
    await entered('李强')
    const given = await list('姓名\n王芳\n周敏\n')
    const html = await organizer.submit(given.path, { intent: 'complete', complete: 'yes' })
    expect(html).toContain('李强')
    expect(await names()).toEqual(['王芳', '李强'])
    await organizer.submit(given.path, { intent: 'incomplete' })
    expect((await importAt(given.id)).counts).toEqual({ new: 1, unchanged: 1 })
    await organizer.submit(given.path, { intent: 'complete', complete: 'yes' })
    await confirm(organizer, given)
    expect(await names()).toEqual(['王芳', '周敏'])
    await organizer.submit(given.path, { intent: 'undo' })
    expect(await names()).toEqual(['王芳', '李强'])
  })

  test('whoever a faulty or an open row may mean stays', async () => {
    await entered('王芳')
    await entered('李强', { birthYear: 1968 })
    await entered('李强', { birthYear: 1980 })
    const given = await list('姓名,手机\n王芳,138\n李强,\n')
    const html = await organizer.submit(given.path, { intent: 'complete', complete: 'yes' })
    expect((await importAt(given.id)).counts).toEqual({ conflict: 1, fault: 1 })
    expect(html).toContain(complete.undo)
  })

  test('the button alone, without the tick, does nothing', async () => {
    const given = await list('姓名\n王芳\n')
    const response = await organizer.post(given.path, { intent: 'complete' })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(page.tick)
  })
})
