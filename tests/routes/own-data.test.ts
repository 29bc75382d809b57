import { beforeEach, expect, test } from 'vitest'
import { handIn, newVisitor, type Paper, sit, type Visitor } from '../support/visitor'

let mei: Visitor
let paper: Paper
beforeEach(async () => {
  mei = newVisitor()
  paper = await sit(mei)
  await handIn(mei, paper)
})

test('a browser that has answered nothing is told so, and has nothing to download or delete', async () => {
  const stranger = newVisitor()
  expect(await stranger.html('/me/data')).toContain('没有记录。这台设备还没有答过题。')
  expect((await stranger.get('/me/data/download')).headers.get('Location')).toBe('/me/data')
  expect((await stranger.post('/me/data', { understood: 'yes' })).status).toBe(404)
})

test('the page says how much is kept, and the file holds it', async () => {
  expect(await mei.html('/me/data')).toContain('1 次，连同每道题的回答')
  const file = await mei.get('/me/data/download')
  expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="zhihuo.json"')
  const { learner, attempts } = (await file.json()) as { learner: string; attempts: { id: string }[] }
  expect([learner, attempts.map(({ id }) => id)]).toEqual([paper.learnerId, [paper.id]])
})

test('nothing is deleted before the learner has said that they understand', async () => {
  const refused = await mei.post('/me/data')
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('请先勾选“我明白，不能恢复”，再删除。')
  expect((await mei.get(paper.path)).status).toBe(200)
})

test('after deleting, the browser has no cookie and the attempt is not found, here and with the old cookie', async () => {
  const thief = newVisitor(mei.cookies())
  const deleted = await mei.post('/me/data', { understood: 'yes' })
  expect(deleted.headers.get('Set-Cookie')).toMatch(/^learner=[^;]*; Max-Age=0;/)
  expect(await mei.html(deleted.headers.get('Location') ?? '')).toContain('已经删除。')
  for (const visitor of [mei, thief]) expect((await visitor.get(paper.path)).status).toBe(404)
  expect(await thief.html('/me')).toContain('这台设备上还没有记录')
})
