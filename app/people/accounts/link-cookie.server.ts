/**
 * The token of a one-time link, kept while somebody is at its page: changing the language or the size of the type leads
 * back to the page without its query.
 */
import { createCookie } from '@remix-run/node'
import { env } from '#app/env.server'

const cookie = createCookie('desk-link', {
  httpOnly: true,
  sameSite: 'lax',
  secure: env.SECURE_COOKIES,
  path: '/desk',
  maxAge: 3600,
})

/** Longer than any token of ours. */
const LONGEST = 100

/** The token in the address, or else the one that was kept; empty when there is none. */
export async function linkToken(request: Request): Promise<string> {
  const given = new URL(request.url).searchParams.get('token')
  const token: unknown = given ?? (await cookie.parse(request.headers.get('Cookie')).catch(() => null))
  return typeof token === 'string' && token.length <= LONGEST ? token : ''
}

export const linkCookie = (token: string): Promise<string> => cookie.serialize(token)

export const noLinkCookie = (): Promise<string> => cookie.serialize('', { maxAge: 0 })
