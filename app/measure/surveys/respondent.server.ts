import { createCookie } from '@remix-run/node'
import { isId } from '#app/db/ids'
import { env } from '#app/env.server'
import { sessionSecret } from '#app/http/secret.server'

/** Names one response of one device, and nothing else: it is not connected to what the device has learned. */
const cookie = createCookie('respondent', {
  httpOnly: true,
  sameSite: 'lax',
  secure: env.SECURE_COOKIES,
  path: '/survey',
  maxAge: 400 * 86_400,
  secrets: [sessionSecret],
})

export async function respondentOf(request: Request): Promise<string | null> {
  const id: unknown = await cookie.parse(request.headers.get('Cookie')).catch(() => null)
  return typeof id === 'string' && isId(id) ? id : null
}

export const respondentCookie = (responseId: string): Promise<string> => cookie.serialize(responseId)
