import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { TextField } from '#app/ui/field'

type Props = { typed: Typed; fault: (field: string) => string | null; isOwn: boolean }

/** Name and sign-in name of a new account. A browser fills in its owner's only where they are one's own. */
export function NameFields({ typed, fault, isOwn }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        name="name"
        label={t('accounts.field.name')}
        error={fault('name')}
        defaultValue={typed.name}
        autoComplete={isOwn ? 'name' : 'off'}
        maxLength={80}
      />
      <TextField
        name="login"
        label={t('accounts.field.login')}
        hint={t('accounts.field.loginHint')}
        error={fault('login')}
        defaultValue={typed.login}
        autoComplete={isOwn ? 'username' : 'off'}
        maxLength={80}
      />
    </>
  )
}
