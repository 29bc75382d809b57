import { describe, expect, test } from 'vitest'
import {
  answerForm,
  canBeOpened,
  feedbackForm,
  readable,
  setAsideForm,
  statusOf,
  withoutLearner,
} from '#app/reach/feedback/feedback'

const TEXT = '第三题的答案好像写反了，请看一下。'
const read = (given: Record<string, unknown>) =>
  feedbackForm.safeParse({ kind: 'mistake', text: TEXT, page: '/modules/call-119', ...given })
const problemsOf = (given: Record<string, unknown>) =>
  read(given).error?.issues.map(({ path, message }) => [path[0], message]) ?? []

describe('what the box sends', () => {
  test('is taken as it was written', () => {
    expect(read({}).data).toEqual({ kind: 'mistake', text: TEXT, page: '/modules/call-119' })
  })

  test.each([
    ['of no kind', { kind: undefined }, 'kind', 'kind'],
    ['of a kind that does not exist', { kind: 'constructor' }, 'kind', 'kind'],
    ['with no text', { text: undefined }, 'text', 'short'],
    ['with nine characters', { text: '一二三四五六七八九' }, 'text', 'short'],
    ['with ten blanks', { text: ' '.repeat(10) }, 'text', 'short'],
    ['with ten characters of no width', { text: '\u200b'.repeat(10) }, 'text', 'short'],
    ['with nine characters among blanks', { text: '一 二 三 四 五 六 七 八 九' }, 'text', 'short'],
    ['with ten halves of characters', { text: '\ud83d'.repeat(10) }, 'text', 'short'],
    ['with 1001 characters', { text: '火'.repeat(1001) }, 'text', 'long'],
    ['with a million characters', { text: '火'.repeat(1_000_000) }, 'text', 'long'],
    ['with two links', { text: `${TEXT} https://a.example http://b.example` }, 'text', 'links'],
    ['with links in other spellings', { text: `${TEXT} WWW.a.example HTTPS://b.example` }, 'text', 'links'],
  ])('%s is asked for again', (_, given, field, problem) => {
    expect(problemsOf(given)).toEqual([[field, problem]])
  })

  test.each([
    ['ten characters', '一二三四五六七八九十'],
    ['a thousand characters outside the first plane', '𠮷'.repeat(1000)],
    ['one link', `${TEXT} https://www-a.example/x`],
    ['a family of several code points', '👩‍👩‍👧 的图片放错地方了，请换一张。'],
    ['Arabic', 'الصفحة فيها خطأ في السؤال الثالث'],
  ])('%s is enough and not too much', (_, text) => {
    expect(read({ text }).data?.text).toBe(text)
  })

  test.each([
    'https://a.example/',
    '//a.example',
    '/\\a.example',
    'javascript:alert(1)',
    '/a//b',
    '',
    '/x\n',
    `/${'x'.repeat(400)}`,
    undefined,
  ])('about a page that is none of this site (%s) is sent by no page of ours', (page) => {
    expect(problemsOf({ page }).map(([field]) => field)).toEqual(['page'])
  })
})

describe('a text that is kept', () => {
  test('has one kind of line end and no blanks around it', () => {
    expect(readable('  a\r\nb\rc\n ')).toBe('a\nb\nc')
  })

  test('has nothing that would make it lie: controls, turned directions, half characters', () => {
    expect(readable('a\u0000b\u202Ec\u2066d\u200Fe\ud800f\u0007g')).toBe('abcdefg')
  })

  test('keeps what joins an emoji, and composes what was typed in pieces', () => {
    expect(readable('👩‍👧 e\u0301\tx')).toBe('👩‍👧 é\tx')
  })
})

describe('an answer', () => {
  test('without the tick has no public wording, whatever stands in the field', () => {
    expect(answerForm.parse({ answer: '已改正。', publicText: 'x' })).toEqual({ answer: '已改正。', publicText: null })
  })

  test('with the tick has one', () => {
    expect(answerForm.parse({ answer: '已改正。', isPublic: 'yes', publicText: ' 第三题写反了\r\n ' })).toEqual({
      answer: '已改正。',
      publicText: '第三题写反了',
    })
  })

  test.each([
    ['nothing', {}, ['answer']],
    ['one character', { answer: '好' }, ['answer']],
    ['too much', { answer: '好'.repeat(1001) }, ['answer']],
    ['no public wording', { answer: '已改正。', isPublic: 'yes', publicText: ' ' }, ['publicText']],
  ])('of %s is asked for again', (_, given, fields) => {
    expect(answerForm.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual(fields)
  })

  test('that is none needs a reason', () => {
    expect(setAsideForm.safeParse({ reason: ' ' }).error?.issues[0]?.message).toBe('reason')
    expect(setAsideForm.parse({ reason: '广告' })).toEqual({ reason: '广告' })
  })
})

test('the page of a paper does not say whose it is', () => {
  const page = withoutLearner('/attempts/019AA000-0000-7000-8000-0000000000a1')
  expect(page).toBe('/attempts/:id')
  expect([canBeOpened(page), canBeOpened('/modules/call-119')]).toEqual([false, true])
})

test('the list shows what is open unless it is asked for something else', () => {
  const statuses = [{}, { status: 'x' }, { status: 'all' }, { status: 'set-aside' }]
  expect(statuses.map((filters) => statusOf({ filters: filters as Record<string, string> }))).toEqual([
    'open',
    'open',
    null,
    'set-aside',
  ])
})
