/**
 * The token of a link, kept while somebody is at its page: changing the language or the size of the type leads back to
 * the page without its query. A later link takes its place.
 */
import { createCookie } from '@remix-run/node'
import { env } from '#app/env.server'

const cookie = createCookie('answer', {
  httpOnly: true,
  sameSite: 'lax',
  secure: env.SECURE_COOKIES,
  path: '/survey/answer',
  maxAge: 86_400,
})

/** The token in the address, or else the one that was kept; empty when there is none. */
export async function answerToken(request: Request): Promise<string> {
  const given = new URL(request.url).searchParams.get('t')
  const token: unknown = given ?? (await cookie.parse(request.headers.get('Cookie')).catch(() => null))
  return typeof token === 'string' ? token.slice(0, 60) : ''
}

export const answerCookie = (token: string): Promise<string> => cookie.serialize(token)
