/** Who is at the desk: the cookie, and the one question every desk page begins with. */
import { createCookie, redirect } from '@remix-run/node'
import type { Store } from '#app/db/store.server'
import { env } from '#app/env.server'
import { originOf } from '#app/http/origin'
import { safeReturnPath } from '#app/http/return-path'
import type { Trail } from '#app/people/audit/trail'
import type { Account } from './account'
import { type Capability, may } from './roles'
import { ABSOLUTE_HOURS, findSession, type Session } from './sessions.server'

// The token is random and looked up by its hash, so a signature would add nothing.
const cookie = createCookie('desk', {
  httpOnly: true,
  sameSite: 'lax',
  secure: env.SECURE_COOKIES,
  path: '/desk',
  maxAge: ABSOLUTE_HOURS * 3600,
})

export const deskCookie = (token: string): Promise<string> => cookie.serialize(token)

/** Takes the cookie out of the browser. */
export const noDeskCookie = (): Promise<string> => cookie.serialize('', { maxAge: 0 })

/** The session of this browser, confirmed or not; null when there is none. */
export async function deskSession(store: Store, request: Request, now: Date): Promise<Session | null> {
  const token: unknown = await cookie.parse(request.headers.get('Cookie')).catch(() => null)
  return typeof token === 'string' && token !== '' ? findSession(store, token, now) : null
}

/** What a verb is told about who acts. */
export type AtDesk = { account: Account; sessionId: string; trail: Trail }

/**
 * The account of this request, which may do `capability`. Nobody is led to sign in and back; who may not is told so
 * with 403. What they may see is `account.scope`: hand it to every data function.
 */
export async function requireAccount(store: Store, request: Request, capability: Capability): Promise<AtDesk> {
  const now = new Date()
  const session = await deskSession(store, request, now)
  if (!session?.isConfirmed) throw redirect(signInPath(request, session ? '/desk/sign-in/code' : '/desk/sign-in'))
  const { account, id } = session
  if (!may(account.role, capability)) throw new Response(null, { status: 403 })
  return { account, sessionId: id, trail: { accountId: account.id, origin: originOf(request), now } }
}

/** The trail of somebody who is not signed in. */
export const openTrail = (request: Request): Trail => ({
  accountId: null,
  origin: originOf(request),
  now: new Date(),
})

/** Where to sign in, with the page to return to. What a form would have sent is not repeated. */
function signInPath(request: Request, path: string): string {
  const { pathname } = new URL(request.url)
  const target = safeReturnPath(pathname)
  return target.startsWith('/desk') && target !== '/desk' ? `${path}?return=${encodeURIComponent(target)}` : path
}

/** Where to go after signing in: a page of the desk, or its first one. */
export function deskReturnPath(request: Request): string {
  const target = safeReturnPath(new URL(request.url).searchParams.get('return'))
  return target === '/desk' || target.startsWith('/desk/') ? target : '/desk'
}
