import { expect, test } from 'vitest'
import { atDesk, HERE } from '../support/desk'
import { newVisitor } from '../support/visitor'

test('nobody is led to sign in, with the page to come back to', async () => {
  const response = await newVisitor().get('/desk/people')
  expect([response.status, response.headers.get('Location')]).toEqual([302, '/desk/sign-in?return=%2Fdesk%2Fpeople'])
})

test('the desk says who is signed in, what they can see, and shows only rooms they may open', async () => {
  const html = await (await atDesk('organizer', { regionCode: HERE })).html('/desk')
  expect(html).toContain('周敏（组织员）')
  expect(html).toContain('您能看到的范围：梧桐街道（演示）')
  expect(html).toContain('href="/desk/rosters"')
  expect(html).not.toContain('href="/desk/audit"')
})

test('a wing without a room for this role is refused', async () => {
  expect((await (await atDesk('examiner', { regionCode: HERE })).get('/desk/people')).status).toBe(403)
})
