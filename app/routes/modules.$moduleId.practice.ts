import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findModule } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { listWrongQuestions } from '#app/learn/quiz/answers.server'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import { learnerOf } from '#app/people/learners/session.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  return redirect(`/modules/${module.id}`)
}

/** Starts a practice of up to a paper's length of the questions this learner last got wrong. */
export async function action({ request, params }: ActionFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  const learner = (await learnerOf(store, request)) ?? notFound()
  const wrong = (await listWrongQuestions(store, learner.id)).get(module.id) ?? []
  const questionIds = wrong.filter((id) => module.questions[id]).slice(0, module.quiz.draw)
  if (questionIds.length === 0) return redirect('/me')
  const attemptId = await startAttempt(store, { learner, module, kind: 'practice', questionIds, now: new Date() })
  return redirect(`/attempts/${attemptId}`)
}

/** Never seen itself; with it, Remix answers a refusal with the error page and not with an empty one. */
export default function Nothing() {
  return null
}
