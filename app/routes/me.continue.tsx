import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm, textField } from '#app/http/form.server'
import { sessionSecret } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { CODE_DAYS, normaliseCode } from '#app/people/learners/code'
import { redeemCode } from '#app/people/learners/codes.server'
import { learnerCookie, learnerOf } from '#app/people/learners/session.server'
import { Button } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: translator(viewOf(request).locale).t('progress.codeEnterTitle') }
}

/** Tries are limited by address in server.mjs: ten digits must not be found by trying. */
export async function action({ request }: ActionFunctionArgs) {
  const typed = textField(await readForm(request), 'code') ?? ''
  const code = normaliseCode(typed)
  if (!code) return data({ error: 'progress.codeWrongForm' as const, typed: typed.slice(0, 60) }, { status: 400 })
  const own = await learnerOf(store, request)
  const learner = await redeemCode(store, code, { ownId: own?.id ?? null, secret: sessionSecret, now: new Date() })
  if (!learner) return data({ error: 'progress.codeUnknown' as const, typed: typed.slice(0, 60) }, { status: 400 })
  return redirect('/me?joined', { headers: { 'Set-Cookie': await learnerCookie(learner.id) } })
}

export default function ContinueHere() {
  const { title } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p>{t('progress.codeEnterHint', { days: CODE_DAYS })}</p>
      <form method="post" className="card space-y-4 p-5">
        <label className="block" htmlFor="code">
          <span className="mb-1 block font-bold">{t('progress.codeLabel')}</span>
        </label>
        {failed && (
          <p id="code-error" className="font-bold text-fire" role="alert">
            {t(failed.error)}
          </p>
        )}
        <input
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="off"
          required
          defaultValue={failed?.typed}
          aria-invalid={failed ? true : undefined}
          aria-describedby={failed ? 'code-error' : undefined}
          className="min-h-14 w-full rounded-lg border-2 border-line bg-sheet px-4 text-2xl tracking-wider"
        />
        <Button>{t('progress.codeEnter')}</Button>
      </form>
    </div>
  )
}
