import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { moduleAt } from '#app/content/versions.server'
import { isId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readJson } from '#app/http/form.server'
import { readAnswers, saveAnswers } from '#app/learn/quiz/answers.server'
import { findAttempt } from '#app/learn/quiz/attempts.server'
import { isPossible } from '#app/learn/quiz/read-answers'
import { learnerOf } from '#app/people/learners/session.server'

const body = z.strictObject({
  questionId: z.string().max(80),
  response: z.array(z.string().max(80)).max(8),
  /** How many times this answer has been saved in this browser; an older save does not replace a newer one. */
  sequence: z.number().int().min(1).max(1_000_000).optional(),
})

export const loader = () => notFound()

/** One tap: saves one raw answer. Says nothing about whether it is right. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { attemptId = '' } = params
  const learner = isId(attemptId) ? await learnerOf(store, request) : null
  if (!learner) return notFound()
  const now = new Date()
  const attempt = (await findAttempt(store, { learnerId: learner.id, attemptId, now })) ?? notFound()
  const answer = body.safeParse(await readJson(request))
  if (!answer.success) return badRequest()
  const item = attempt.items.find(({ questionId }) => questionId === answer.data.questionId) ?? badRequest()
  const module = await moduleAt(store, attempt.moduleId, attempt.contentVersion)
  if (!isPossible(answer.data.response, item, module)) return badRequest()
  if (!(await saveAnswers(store, attempt, [answer.data], now))) return Response.json({ saved: false }, { status: 409 })
  // What now stands: another device may have saved a newer answer, and the page should show that one.
  const kept = (await readAnswers(store, attempt.id)).get(item.questionId)
  return Response.json({ saved: true, response: kept?.response, sequence: kept?.sequence })
}
