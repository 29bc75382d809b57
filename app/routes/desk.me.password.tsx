import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { changePasswordForm } from '#app/people/accounts/account-form'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { faultOf } from '#app/people/accounts/faults'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { changePassword } from '#app/people/accounts/own-account.server'
import { CurrentPasswordField, NewPasswordField } from '#app/people/accounts/password-fields'
import { FormFault, useFaults } from '#app/people/accounts/use-faults'
import { Button, ButtonLink } from '#app/ui/button'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'desk.open')
  const title = translator(viewOf(request).locale).t('accounts.me.changePassword')
  return { title, desk: deskHead(account), login: account.login }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { account, sessionId, trail } = await requireAccount(store, request, 'desk.open')
  const read = readFields(form, changePasswordForm(account.login))
  if (!read.ok) return data({ errors: read.errors }, { status: 400 })
  const { current, password: next } = read.value
  const refusal = await changePassword(store, { account, sessionId, current, next }, { keys: dataKeys, trail })
  if (!refusal) return redirect('/desk/me?saved=password')
  const fault =
    refusal.refused === 'wait' ? faultOf('form', 'wait', refusal.minutes) : faultOf('current', 'wrongPassword')
  return data(fault, { status: 400 })
}

export default function ChangePassword() {
  const { title, login } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = useFaults(refused)
  const { t } = useTranslation()
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <p>{t('accounts.me.passwordLead')}</p>
      <form method="post" className="card space-y-5 p-4 sm:p-6">
        <FormFault refused={refused} />
        <CurrentPasswordField label={t('accounts.field.currentPassword')} error={fault('current')} />
        <NewPasswordField label={t('accounts.field.newPassword')} login={login} error={fault('password')} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('accounts.me.changePassword')}</Button>
          <ButtonLink href="/desk/me" look="quiet">
            {t('desk.form.cancel')}
          </ButtonLink>
        </div>
      </form>
    </NarrowPage>
  )
}
