import { describe, expect, test } from 'vitest'
import { isPublicPage, lessonAt, publicPageKey } from '#app/http/public-pages'
import type { View } from '#app/http/view'

describe('isPublicPage', () => {
  test.each([
    '/',
    '/about',
    '/awareness/method',
    '/checklists',
    '/checklists/small-place',
    '/guardians',
    '/modules',
    '/modules/call-119',
    '/for/resident',
    '/for/patrol-officer',
    '/pictures/call-119/six-things.svg',
  ])('%s is the same for everybody', (path) => {
    expect(isPublicPage(path)).toBe(true)
  })

  test.each([
    '/me',
    '/me/continue',
    '/attempts/01930000-0000-7000-8000-000000000001',
    '/survey/open',
    '/survey/thanks',
    '/awareness',
    '/preferences',
    '/healthz',
    '/feedback',
    '/desk',
    '/join/abcdefg',
    '/modules/call-119/quiz',
    '/modules/call-119/practice',
    '/modules/',
    '/modules/CALL-119',
    '/modules/call 119',
    '/modules/call-119/../../me',
    '/modules/%2e%2e',
    '/for/',
    '/for/a/b',
    '/pictures/call-119/six-things.png',
    '/pictures/call-119/../../me.svg',
    '//',
    '',
    '/\n',
    '/about\n',
    `/modules/${'a'.repeat(61)}`,
  ])('%j is not kept', (path) => {
    expect(isPublicPage(path)).toBe(false)
  })
})

test('a lesson is known by its path, and nothing else is one', () => {
  expect(['/modules/call-119', '/modules', '/modules/call-119/quiz', '/for/resident', '/'].map(lessonAt)).toEqual([
    'call-119',
    null,
    null,
    null,
    null,
  ])
})

describe('publicPageKey', () => {
  const views: View[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
    (['standard', 'large'] as const).flatMap((display) =>
      [null, 'resident', 'rider', 'standard', 'large', 'en'].map((audience) => ({ locale, display, audience })),
    ),
  )

  test('differs wherever the page differs', () => {
    const pages = ['/', '/about', '/modules', '/modules/en', '/for/resident', '/for/en']
    const keys = pages.flatMap((path) =>
      views.filter(({ audience }) => path === '/' || audience === null).map((view) => publicPageKey(path, view)),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBe(24 + 5 * 4)
  })

  test('does not depend on the audience where the page does not show it', () => {
    const keys = views.map((view) => publicPageKey('/modules/call-119', view))
    expect(new Set(keys).size).toBe(4)
  })

  test('of a picture is one for every view', () => {
    const keys = views.map((view) => publicPageKey('/pictures/call-119/six-things.svg', view))
    expect(new Set(keys)).toEqual(new Set(['/pictures/call-119/six-things.svg']))
  })
})
