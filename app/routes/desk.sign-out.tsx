import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { deskSession, noDeskCookie, openTrail } from '#app/people/accounts/desk-account.server'
import { signOut } from '#app/people/accounts/own-account.server'

export const loader = () => notFound()

/** Signs this browser out, also one that still owes its second factor. */
export async function action({ request }: ActionFunctionArgs) {
  const trail = openTrail(request)
  const session = await deskSession(store, request, trail.now)
  if (session) {
    const { account, id } = session
    await signOut(store, { account, sessionId: id }, { ...trail, accountId: account.id })
  }
  return redirect('/desk/sign-in?signed-out', { headers: { 'Set-Cookie': await noDeskCookie() } })
}

/** Never seen itself; with it, Remix answers a refusal with the error page and not with an empty one. */
export default function Nothing() {
  return null
}
