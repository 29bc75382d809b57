import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { readOwnData } from '#app/learn/progress/own-data.server'
import { learnerOf } from '#app/people/learners/session.server'

/** Everything kept about this learner, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await learnerOf(store, request)
  if (!learner) return redirect('/me/data')
  const body = JSON.stringify(await readOwnData(store, learner), null, 2)
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="zhihuo.json"',
      'Cache-Control': 'no-store',
    },
  })
}
