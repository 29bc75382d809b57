import { createCookie } from '@remix-run/node'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { env } from '#app/env.server'
import { sessionSecret } from '#app/http/secret.server'
import { findLearner, type Learner } from './learners.server'

const cookie = createCookie('learner', {
  httpOnly: true,
  sameSite: 'lax',
  secure: env.SECURE_COOKIES,
  path: '/',
  maxAge: 400 * 86_400,
  secrets: [sessionSecret],
})

/** The learner of this browser; null before anything was answered, and for a cookie that is not ours. */
export async function learnerOf(store: Store, request: Request): Promise<Learner | null> {
  const id: unknown = await cookie.parse(request.headers.get('Cookie')).catch(() => null)
  return typeof id === 'string' && isId(id) ? findLearner(store, id) : null
}

export const learnerCookie = (learnerId: string): Promise<string> => cookie.serialize(learnerId)

/** Takes the cookie out of the browser. */
export const noLearnerCookie = (): Promise<string> => cookie.serialize('', { maxAge: 0 })
