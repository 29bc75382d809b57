import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { signInForm } from '#app/people/accounts/account-form'
import { hasAccounts } from '#app/people/accounts/accounts.server'
import {
  deskCookie,
  deskReturnPath,
  deskSession,
  openTrail,
  withReturn,
} from '#app/people/accounts/desk-account.server'
import { faultOf } from '#app/people/accounts/faults'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { signIn } from '#app/people/accounts/sign-in.server'
import { FormFault, useFaults } from '#app/people/accounts/use-faults'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await deskSession(store, request, new Date())
  if (session?.isConfirmed) return redirect(deskReturnPath(request))
  return {
    title: translator(viewOf(request).locale).t('accounts.signIn.title'),
    isFirstRun: !(await hasAccounts(store)),
    hasSignedOut: new URL(request.url).searchParams.has('signed-out'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const read = readFields(await readForm(request), signInForm, { secret: ['password'] })
  const refused = (faults: ReturnType<typeof faultOf>) => data({ ...faults, typed: read.typed }, { status: 400 })
  if (!read.ok) return refused({ errors: read.errors })
  const answer = await signIn(store, read.value, { keys: dataKeys, trail: openTrail(request) })
  if ('refused' in answer)
    return refused(answer.refused === 'wait' ? faultOf('form', 'wait', answer.minutes) : faultOf('form', 'wrongSignIn'))
  const next = answer.needsCode ? withReturn('/desk/sign-in/code', request) : deskReturnPath(request)
  return redirect(next, { headers: { 'Set-Cookie': await deskCookie(answer.token) } })
}

export default function SignIn() {
  const { title, isFirstRun, hasSignedOut } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = useFaults(refused)
  const { t } = useTranslation()
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      {hasSignedOut && !refused && (
        <Notice tone="good" live>
          <p>{t('accounts.signIn.signedOut')}</p>
        </Notice>
      )}
      {isFirstRun && (
        <Notice tone="caution" title={t('accounts.signIn.firstRunTitle')}>
          <p>{t('accounts.signIn.firstRun')}</p>
        </Notice>
      )}
      <form method="post" className="card space-y-5 p-4 sm:p-6">
        <FormFault refused={refused} />
        <TextField
          name="login"
          label={t('accounts.field.login')}
          error={fault('login')}
          defaultValue={refused?.typed.login}
          autoComplete="username"
          maxLength={100}
        />
        <TextField
          name="password"
          type="password"
          label={t('accounts.field.password')}
          error={fault('password')}
          autoComplete="current-password"
        />
        <Button>{t('accounts.signIn.submit')}</Button>
      </form>
      <p className="text-quiet">{t('accounts.signIn.help')}</p>
    </NarrowPage>
  )
}
