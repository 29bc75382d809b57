import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { codeForm } from '#app/people/accounts/account-form'
import {
  deskCookie,
  deskReturnPath,
  deskSession,
  openTrail,
  withReturn,
} from '#app/people/accounts/desk-account.server'
import { CodeField } from '#app/people/accounts/factor-fields'
import { faultOf } from '#app/people/accounts/faults'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { confirmSession } from '#app/people/accounts/sign-in.server'
import { FormFault, useFaults } from '#app/people/accounts/use-faults'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await deskSession(store, request, new Date())
  if (!session) return redirect(withReturn('/desk/sign-in', request))
  if (session.isConfirmed) return redirect(deskReturnPath(request))
  return { title: translator(viewOf(request).locale).t('accounts.code.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const trail = openTrail(request)
  const session = await deskSession(store, request, trail.now)
  if (!session) return redirect(withReturn('/desk/sign-in', request))
  if (session.isConfirmed) return redirect(deskReturnPath(request))
  const isRecovery = form.has('recovery')
  const refused = (faults: ReturnType<typeof faultOf>) => data({ ...faults, isRecovery }, { status: 400 })
  if (isRecovery) form.set('code', form.get('recovery') ?? '')
  const read = readFields(form, codeForm)
  if (!read.ok) return refused({ errors: read.errors })
  const shown = { sessionId: session.id, accountId: session.account.id, code: read.value.code }
  const answer = await confirmSession(store, shown, { keys: dataKeys, trail })
  if ('refused' in answer) {
    if (answer.refused === 'wait') return refused(faultOf('form', 'waitCode', answer.minutes))
    return refused(faultOf('code', isRecovery ? 'wrongCodeOrRecovery' : 'wrongCode'))
  }
  return redirect(deskReturnPath(request), { headers: { 'Set-Cookie': await deskCookie(answer.token) } })
}

export default function SignInCode() {
  const { title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = useFaults(refused)
  const { t } = useTranslation()
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <p>{t('accounts.code.lead')}</p>
      <FormFault refused={refused} />
      <form method="post" className="card space-y-5 p-4 sm:p-6">
        <CodeField label={t('accounts.field.code')} error={refused?.isRecovery ? null : fault('code')} />
        <Button>{t('accounts.code.submit')}</Button>
      </form>
      <details open={refused?.isRecovery} className="card p-4 sm:p-6">
        <summary className="min-h-11 content-center font-bold">{t('accounts.code.lost')}</summary>
        <form method="post" className="space-y-5 pt-4">
          <TextField
            name="recovery"
            label={t('accounts.field.recoveryCode')}
            hint={t('accounts.code.recoveryHint')}
            error={refused?.isRecovery ? fault('code') : null}
            autoComplete="off"
            maxLength={40}
          />
          <Button look="secondary">{t('accounts.code.recoverySubmit')}</Button>
          <p className="text-quiet">{t('accounts.code.noRecovery')}</p>
        </form>
      </details>
      <form method="post" action="/desk/sign-out">
        <Button look="quiet">{t('accounts.code.restart')}</Button>
      </form>
    </NarrowPage>
  )
}
