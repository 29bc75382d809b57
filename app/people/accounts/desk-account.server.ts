/** Who is at the desk: the cookie, and the one question every desk page begins with. */
import { createCookie, redirect } from '@remix-run/node'
import type { Store } from '#app/db/store.server'
import { env } from '#app/env.server'
import { forbidden } from '#app/http/answers'
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

/** Where somebody turns on the second factor that their role needs, before anything else. */
const ENROL_PATH = '/desk/me/second-factor'

/**
 * The account of this request, which may do `capability`. Nobody is led to sign in and back; who may not is told so
 * with 403. What they may see is `account.scope`: hand it to every data function.
 */
export async function requireAccount(store: Store, request: Request, capability: Capability): Promise<AtDesk> {
  const { owesSecondFactor, ...atDesk } = await requireSignedIn(store, request)
  if (owesSecondFactor) throw redirect(ENROL_PATH)
  if (!may(atDesk.account.role, capability)) return forbidden()
  return atDesk
}

/** The account of this request, also when it still owes a second factor: for the page where that is turned on. */
export async function requireSignedIn(store: Store, request: Request): Promise<AtDesk & { owesSecondFactor: boolean }> {
  const now = new Date()
  const session = await deskSession(store, request, now)
  if (!session?.isConfirmed) throw redirect(signInPath(request, session ? '/desk/sign-in/code' : '/desk/sign-in'))
  const { account, id, owesSecondFactor } = session
  const trail = { accountId: account.id, origin: originOf(request), now }
  return { account, sessionId: id, owesSecondFactor, trail }
}

/** The trail of somebody who is not signed in. */
export const openTrail = (request: Request): Trail => ({
  accountId: null,
  origin: originOf(request),
  now: new Date(),
})

/** Where to sign in, with the page to return to. What a form would have sent is not repeated. */
function signInPath(request: Request, path: string): string {
  const target = deskPath(new URL(request.url).pathname)
  return target === '/desk' ? path : `${path}?return=${encodeURIComponent(target)}`
}

/** Where to go after signing in: a page of the desk, or its first one. */
export const deskReturnPath = (request: Request): string => deskPath(new URL(request.url).searchParams.get('return'))

/** The same address with the same page to return to, for the next step of signing in. */
export function withReturn(path: string, request: Request): string {
  const target = deskReturnPath(request)
  return target === '/desk' ? path : `${path}?return=${encodeURIComponent(target)}`
}

/** A page of the desk that can be shown: dot segments could lead out of it, and nobody returns to signing in or out. */
function deskPath(value: unknown): string {
  const target = safeReturnPath(value)
  const isPage =
    target.startsWith('/desk/') && !/\/\.|%|^\/desk\/(sign-in|sign-out|setup|invitation)(\/|$)/.test(target)
  return isPage ? target : '/desk'
}
