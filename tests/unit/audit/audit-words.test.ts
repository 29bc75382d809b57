import { describe, expect, test } from 'vitest'
import { en, translator, zhCN } from '#app/i18n/config'
import {
  actionChoices,
  actionWords,
  detailKeys,
  detailValues,
  detailWords,
  kindWords,
  shanghaiMoment,
} from '#app/people/audit/audit-words'
import { subjectPage } from '#app/people/audit/subject-page'
import { actions, subjectKinds } from '#app/people/audit/trail'
import { sourcesIn } from '../../support/source-files'
import { textsIn } from '../../support/texts'

const languages = [
  ['zh-CN', zhCN],
  ['en', en],
] as const

/** Everything of the app that could write to the log. */
const servers = sourcesIn(['app'], /\.(server\.ts|ts|tsx)$/).filter(({ text }) => /audited|noted|Deed/.test(text))

describe.each(languages)('in %s', (locale, words) => {
  const { t } = translator(locale)

  test('every action has a sentence, and no other action has one', () => {
    expect(
      textsIn(words.audit.action)
        .map(([path]) => path)
        .toSorted(),
    ).toEqual([...actions].toSorted())
    for (const action of actions) expect(actionWords(t, action)).not.toContain('audit.')
  })

  test('every kind of subject and every named detail has a word, and no other', () => {
    expect(Object.keys(words.audit.kind).toSorted()).toEqual([...subjectKinds].toSorted())
    expect(Object.keys(words.audit.detail).toSorted()).toEqual([...detailKeys].toSorted())
    expect(Object.keys(words.audit.value).toSorted()).toEqual([...detailValues].toSorted())
  })

  test('every action can be chosen once, below its noun', () => {
    const groups = actionChoices(t)
    expect(groups.flatMap(({ choices }) => choices.map(({ value }) => value)).toSorted()).toEqual(
      [...actions].toSorted(),
    )
    expect(new Set(groups.map(({ label }) => label)).size).toBe(Object.keys(words.audit.noun).length)
  })
})

test('every kind of subject that the app writes down is one that can be filtered by', () => {
  const written = servers.flatMap(({ text }) =>
    [...text.matchAll(/kind: '([a-z-]+)'( as const)?, id\b/g)].map(([, kind]) => kind),
  )
  expect(new Set(written).size).toBeGreaterThan(1)
  expect([...new Set(written)].filter((kind) => !subjectKinds.some((known) => known === kind))).toEqual([])
})

describe('an entry in words', () => {
  const { t } = translator('zh-CN')

  test('shows the moment as Shanghai reads it, to the second', () => {
    expect(shanghaiMoment(new Date('2026-11-22T16:30:05Z'))).toBe('2026-11-23 00:30:05')
    expect(shanghaiMoment(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23 00:00:00')
  })

  test('names its details, says yes and no, roles, actions and kinds in words, and leaves out what is not there', () => {
    expect(
      detailWords(t, {
        rows: 3,
        isPublic: false,
        role: 'organizer',
        action: 'person.reveal',
        kind: 'person',
        scope: null,
        code: '',
      }),
    ).toEqual([
      { label: '行数', value: '3' },
      { label: '公开', value: '否' },
      { label: '角色', value: '组织员' },
      { label: '操作', value: '查看了一个人的完整电话' },
      { label: '类别', value: '人员' },
    ])
  })

  test('shows what it does not know as it was kept', () => {
    expect([actionWords(t, 'moon.land'), kindWords(t, 'moon')]).toEqual(['moon.land', 'moon'])
    expect(detailWords(t, { constructor: 'x' })).toEqual([{ label: 'constructor', value: 'x' }])
  })
})

test('a subject leads to its page where it has one that the role may open', () => {
  const id = '019aa000-0000-7000-8000-0000000000a1'
  expect(subjectPage('admin', { kind: 'account', id })).toBe(`/desk/accounts/${id}`)
  expect(subjectPage('auditor', { kind: 'account', id })).toBeNull()
  expect(subjectPage('auditor', { kind: 'region', id })).toBe(`/desk/places/${id}`)
  expect(subjectPage('admin', { kind: 'learner', id })).toBeNull()
  expect(subjectPage('admin', { kind: 'region', id: 'list' })).toBeNull()
  expect(subjectPage('organizer', { kind: 'module', id: 'call-119' })).toBe('/desk/content/call-119')
  expect(subjectPage('teacher', { kind: 'module', id: 'call-119' })).toBeNull()
  expect(subjectPage('admin', { kind: 'module', id: 'list' })).toBeNull()
  expect(subjectPage('admin', { kind: 'module', id: '../accounts' })).toBeNull()
})
