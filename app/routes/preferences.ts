import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { catalog } from '#app/content/catalog.server'
import { env } from '#app/env.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { safeReturnPath } from '#app/http/return-path'
import { displays } from '#app/http/view'
import { locales } from '#app/i18n/locales'

/** What may be chosen. Anything else in the form is refused, not remembered. */
const choices: Record<string, readonly string[]> = {
  locale: locales,
  display: displays,
  audience: Object.keys(catalog.audiences),
}

export const loader = () => notFound()

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const chosen = Object.keys(choices).flatMap((name) =>
    form.getAll(name).map((value) => ({ name, value: String(value) })),
  )
  const [choice] = chosen
  if (!choice || chosen.length !== 1 || !choices[choice.name]?.includes(choice.value)) return badRequest()
  const target = choice.name === 'audience' ? `/for/${choice.value}` : safeReturnPath(form.get('return'))
  return redirect(target, { headers: { 'Set-Cookie': viewCookie(choice.name, choice.value) } })
}

const viewCookie = (name: string, value: string): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'Max-Age=34560000',
    'SameSite=Lax',
    'HttpOnly',
    ...(env.SECURE_COOKIES ? ['Secure'] : []),
  ].join('; ')

/** Never seen itself; with it, Remix answers a refusal with the error page and not with an empty one. */
export default function Nothing() {
  return null
}
