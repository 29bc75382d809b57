/** Browsers for route tests: they keep their cookies, send what forms and scripts send, and take quizzes. */
import { eq } from 'drizzle-orm'
import { findModule } from '#app/content/catalog.server'
import type { Module } from '#app/content/schema'
import { store } from '#app/db/main.server'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import type { FrozenItem } from '#app/learn/quiz/draw-paper'
import { choiceField, placeField } from '#app/learn/quiz/read-answers'
import { answer } from './site'
import { type Answered, answersTo, call119, questionOf, rightResponse } from './world'

type Fields = Iterable<[string, string]> | Record<string, string>
export type Visitor = ReturnType<typeof newVisitor>

/** A browser that has never been here. */
export function newVisitor(cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies))
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await answer(new Request(new URL(path, 'http://zhihuo.test'), { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/)
      jar.set(name, value)
    }
    return response
  }
  return {
    cookies: () => Object.fromEntries(jar),
    send,
    get: (path: string) => send(path),
    html: async (path: string) => (await send(path)).text(),
    post: (path: string, fields: Fields = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(Array.isArray(fields) ? fields : [...entriesOf(fields)]),
      }),
    /** Posts a form and reads the page that comes of it, after any redirect, as a browser shows it. */
    async submit(path: string, fields: Fields = {}): Promise<string> {
      const response = await this.post(path, fields)
      const location = response.headers.get('Location')
      return location ? this.html(location) : response.text()
    },
    postJson: (path: string, body: unknown) =>
      send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

const entriesOf = (fields: Fields): Iterable<[string, string]> =>
  Symbol.iterator in fields ? (fields as Iterable<[string, string]>) : Object.entries(fields)

export type Paper = { id: string; path: string; learnerId: string; module: Module; items: FrozenItem[] }

/** Starts a quiz as the button of a lesson does, or continues the open one. */
export async function sit(visitor: Visitor, moduleId = 'call-119'): Promise<Paper> {
  const response = await visitor.post(`/modules/${moduleId}/quiz`)
  return paperAt(response.headers.get('Location') ?? '')
}

/** An attempt at just these questions of the module on calling 119, as practice gives it. */
export async function practise(visitor: Visitor, questionIds: string[]): Promise<Paper> {
  const { learnerId } = await sit(visitor)
  const learner = { id: learnerId, regionId: null }
  const start = { learner, module: call119, kind: 'practice' as const, questionIds, now: new Date() }
  return paperAt(`/attempts/${await startAttempt(store, start)}`)
}

/** What the database holds of the attempt at an address. */
export async function paperAt(path: string): Promise<Paper> {
  const { attempts } = store.tables
  const [row] = await store.db
    .select()
    .from(attempts)
    .where(eq(attempts.id, path.replace('/attempts/', '')))
  const module = findModule(row?.moduleId)
  if (!row || !module) throw new Error(`${path} leads to no attempt`)
  return { id: row.id, path, learnerId: row.learnerId, module, items: row.items }
}

/** Some question of the paper that has one answer, and that answer. */
export function chosen({ items, module }: Paper): { questionId: string; response: string[]; options: string[] } {
  const item = items.find(({ questionId }) => questionOf(module, questionId).correct.length === 1)
  if (!item) throw new Error('this paper has no question with one answer')
  return { ...item, response: rightResponse(module, item) }
}

/** The fields that the paper's form sends when it is answered so. */
export function fieldsFor({ items, module }: Paper, answered: Answered = {}): [string, string][] {
  return answersTo({ items }, module, answered).flatMap(({ questionId, response }) =>
    module.questions[questionId]?.type === 'ordering'
      ? response.map((option, index): [string, string] => [placeField(questionId, option), String(index + 1)])
      : response.map((option): [string, string] => [choiceField(questionId), option]),
  )
}

export const handIn = (visitor: Visitor, paper: Paper, fields: [string, string][] = []) =>
  visitor.post(paper.path, [...fields, ['intent', 'submit']])

/** One tap, as the page's script sends it. */
export const tap = (
  visitor: Visitor,
  { path }: Paper,
  body: { questionId: string; response: string[]; sequence?: number },
) => visitor.postJson(`${path}/answers`, body)

/** The kept result of an attempt; undefined while it is open. */
export async function resultOf({ id }: Pick<Paper, 'id'>) {
  const { attemptResults } = store.tables
  const [row] = await store.db.select().from(attemptResults).where(eq(attemptResults.attemptId, id))
  return row
}

/** The kept answers of an attempt, by question. */
export async function answersOf({ id }: Pick<Paper, 'id'>): Promise<Record<string, string[]>> {
  const { attemptAnswers } = store.tables
  const rows = await store.db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, id))
  return Object.fromEntries(rows.map(({ questionId, response }) => [questionId, response]))
}

/** The choices that a page shows as ticked, as "field=value". */
export const tickedIn = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => / checked=""/.test(tag))
    .map((tag) => `${/ name="([^"]*)"/.exec(tag)?.[1]}=${/ value="([^"]*)"/.exec(tag)?.[1]}`)
