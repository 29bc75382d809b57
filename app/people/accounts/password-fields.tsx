import { useTranslation } from '#app/i18n/use-translation'
import { TextField } from '#app/ui/field'
import { PASSWORD_LEAST } from './password'

/** A new password. Password managers see whose it is by the login that goes with it. */
export function NewPasswordField({
  label,
  login,
  error,
}: {
  label: string
  login: string | null
  error: string | null
}) {
  const { t } = useTranslation()
  return (
    <>
      {login !== null && <LoginForManagers login={login} />}
      <TextField
        name="password"
        type="password"
        label={label}
        hint={t('accounts.field.passwordHint', { least: PASSWORD_LEAST })}
        error={error}
        autoComplete="new-password"
      />
    </>
  )
}

/** The password one has, asked for before something that matters. */
export function CurrentPasswordField({ label, hint, error }: { label: string; hint?: string; error: string | null }) {
  return (
    <TextField name="current" type="password" label={label} hint={hint} error={error} autoComplete="current-password" />
  )
}

const LoginForManagers = ({ login }: { login: string }) => (
  <input type="text" name="username" defaultValue={login} autoComplete="username" hidden readOnly />
)
