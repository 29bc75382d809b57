import { describe, expect, test } from 'vitest'
import { readView, type View, viewCookie, viewOf } from '#app/http/view'

const CHINESE: View = { locale: 'zh-CN', display: 'standard', audience: null }

describe('readView', () => {
  test('without any header is Chinese, standard, nobody', () => {
    expect(readView({})).toEqual(CHINESE)
    expect(readView({ cookie: null, acceptLanguage: null })).toEqual(CHINESE)
    expect(readView({ cookie: '', acceptLanguage: '' })).toEqual(CHINESE)
  })

  test('reads what the person chose', () => {
    expect(readView({ cookie: 'locale=en; display=large; audience=patrol-officer' })).toEqual({
      locale: 'en',
      display: 'large',
      audience: 'patrol-officer',
    })
  })

  test('a chosen language counts more than the browser’s', () => {
    expect(readView({ cookie: 'locale=zh-CN', acceptLanguage: 'en' }).locale).toBe('zh-CN')
    expect(readView({ cookie: 'display=large', acceptLanguage: 'en' }).locale).toBe('en')
  })

  test('spaces between cookies, and cookies of others, do not matter', () => {
    expect(readView({ cookie: 'a=b;locale=en;   display=large ;learner=x.y=z;flag' })).toMatchObject({
      locale: 'en',
      display: 'large',
    })
  })

  test.each([
    'locale=fr; display=huge; audience=Nobody',
    'locale=EN; display=LARGE; audience=RESIDENT',
    'locale=; display=; audience=',
    'locale; display; audience',
    'locale="en"; display="large"; audience="resident"',
    'locale=en%00; display=large%20; audience=a%20b',
    'locale=__proto__; display=constructor; audience=__proto__',
    'audience=../../etc/passwd',
    'audience=a b',
    'audience=-a',
    'audience=a--b',
    'audience=a-',
    'audience=<script>',
    `audience=${'a'.repeat(41)}`,
    `audience=resident\u0000`,
    ';;;===;',
    '='.repeat(5000),
  ])('a forged cookie is as good as none: %s', (cookie) => {
    expect(readView({ cookie })).toEqual(CHINESE)
  })
})

describe('viewCookie', () => {
  const views: View[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
    (['standard', 'large'] as const).flatMap((display) =>
      [null, 'resident', 'highrisk-staff'].map((audience) => ({ locale, display, audience })),
    ),
  )

  test.each(views)('carries $locale, $display, $audience to the next request and back', (view) => {
    const request = new Request('http://zhihuo.test/', { headers: { Cookie: viewCookie(view) } })
    expect(viewOf(request)).toEqual(view)
  })
})
