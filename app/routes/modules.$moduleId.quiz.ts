import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findModule } from '#app/content/catalog.server'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import { learnerCookie, learnerOf } from '#app/people/learners/session.server'

/** A reload or a shared link of this address leads back to the lesson, where the quiz starts. */
export async function loader({ params }: LoaderFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  return redirect(`/modules/${module.id}`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  const learner = (await learnerOf(store, request)) ?? { id: newId(), regionId: null }
  const attemptId = await startAttempt(store, { learner, module, kind: 'quiz', now: new Date() })
  return redirect(`/attempts/${attemptId}`, { headers: { 'Set-Cookie': await learnerCookie(learner.id) } })
}

/** Never seen itself; with it, Remix answers a refusal with the error page and not with an empty one. */
export default function Nothing() {
  return null
}
