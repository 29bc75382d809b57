import { beforeEach, expect, test } from 'vitest'
import { isPossible } from '#app/learn/quiz/read-answers'
import { answersOf, fieldsFor, handIn, newVisitor, type Paper, sit, tap, type Visitor } from '../support/visitor'

/** A question of a type for which an empty form is an answer too, so that a stale page could wipe it. */
const EMPTIABLE = ['multiple', 'ordering']

let mei: Visitor
let paper: Paper
let question: { questionId: string; response: string[] }
beforeEach(async () => {
  // A paper is drawn anew for each browser; nearly every one has such a question.
  for (let tries = 0; tries < 20; tries++) {
    mei = newVisitor()
    paper = await sit(mei, 'extinguisher')
    if (paper.items.some(({ questionId }) => isEmptiable(paper, questionId))) break
  }
  const item = paper.items.find(({ questionId }) => isEmptiable(paper, questionId))
  if (!item) throw new Error('no such question in this paper')
  question = { questionId: item.questionId, response: [...item.options] }
  expect(isPossible(question.response, item, paper.module)).toBe(true)
})

const isEmptiable = ({ module }: Paper, questionId: string) =>
  EMPTIABLE.includes(module.questions[questionId]?.type ?? '')

const isAbout = (name: string) => name === `q.${question.questionId}` || name.startsWith(`q.${question.questionId}.`)

/** What a page that was opened before any answer sends: every box empty, and the save it has seen. */
const staleForm = (): [string, string][] => [
  ...fieldsFor(paper).filter(([name]) => !isAbout(name)),
  [`q.${question.questionId}`, ''],
  ...question.response.map((option): [string, string] => [`q.${question.questionId}.${option}`, '']),
  [`seen.${question.questionId}`, '0'],
]

test('a page that is older than an answer given on another device does not wipe it by saving', async () => {
  await tap(mei, paper, { ...question, sequence: 1 })
  await mei.post(paper.path, [...staleForm(), ['intent', 'save']])
  expect((await answersOf(paper))[question.questionId]).toEqual(question.response)
})

test('nor by handing in: what was answered on the other device is graded', async () => {
  await tap(mei, paper, { ...question, sequence: 1 })
  await handIn(mei, paper, staleForm())
  expect((await answersOf(paper))[question.questionId]).toEqual(question.response)
})

test('of two such pages the first to save wins, and the second cannot wipe it', async () => {
  const fields = staleForm().filter(([name]) => !isAbout(name))
  const isOrder = paper.module.questions[question.questionId]?.type === 'ordering'
  const filled = question.response.map((option, place): [string, string] =>
    isOrder ? [`q.${question.questionId}.${option}`, String(place + 1)] : [`q.${question.questionId}`, option],
  )
  await mei.post(paper.path, [...fields, ...filled, ['intent', 'save']])
  await mei.post(paper.path, [...staleForm(), ['intent', 'save']])
  expect((await answersOf(paper))[question.questionId]).toEqual(question.response)
})

test('the page that has seen the answer may take it back', async () => {
  await tap(mei, paper, { ...question, sequence: 1 })
  const fields = staleForm().map(([name, value]): [string, string] => [name, name.startsWith('seen.') ? '1' : value])
  await mei.post(paper.path, [...fields, ['intent', 'save']])
  expect((await answersOf(paper))[question.questionId]).toEqual([])
})
