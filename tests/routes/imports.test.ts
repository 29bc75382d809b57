import { expect, test } from 'vitest'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { confirm, fixture, importAt, rosterOf, upload } from '../support/import-files'

test('a list is looked at first, written when confirmed, and undone', async () => {
  const organization = await newOrganization(HERE, 'community')
  const organizer = await atDesk('organizer', { regionCode: HERE })
  const list = await upload(organizer, { bytes: fixture('merged-title.xlsx'), organization: organization.id })
  expect(list.status).toBe('ready')
  expect(list.counts).toEqual({ new: 6 })
  expect(await rosterOf(organization.id)).toEqual([])
  const html = await organizer.html(list.path)
  expect(html).toContain('𬭎志远')
  expect(html).toContain('确认，写入 6 行')
  expect(await confirm(organizer, list)).toContain('已写入名册，共 6 行。')
  const people = await rosterOf(organization.id)
  expect(people.map(({ person }) => person.name)).toEqual(['王芳', '李强', '𬭎志远', '䶮小雨', '㐂子', '赵敏'])
  expect(people.map(({ group }) => group?.name ?? null)).toEqual(['3号楼', '3号楼', '5号楼', '5号楼', null, '5号楼'])
  expect(people[0]?.person).toMatchObject({ birthYear: 1968, phoneTail: '0001', idTail: '0021' })
  const undone = await organizer.submit(list.path, { intent: 'undo' })
  expect(undone).toContain('这次导入已经撤销')
  expect(await rosterOf(organization.id)).toEqual([])
  expect((await importAt(list.id)).status).toBe('undone')
})
