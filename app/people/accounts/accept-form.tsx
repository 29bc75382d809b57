import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { AccountFacts } from './account-facts'
import { CodeField, FactorFields } from './factor-fields'
import type { Faults } from './faults'
import type { OfferedFactor } from './offered-factor.server'
import { NewPasswordField } from './password-fields'
import type { Role } from './roles'
import { FormFault, useFaults } from './use-faults'

type Props = {
  invitation: {
    kind: 'invitation' | 'reset'
    login: string
    name: string
    role: Role
    scopeName: string | null
    factor: 'show' | 'enrol' | 'none'
  }
  offered: OfferedFactor | null
  refused: Faults | undefined
}

/** A password for the account of a link, and whatever second factor it takes. */
export function AcceptForm({ invitation, offered, refused }: Props) {
  const { t } = useTranslation()
  const fault = useFaults(refused)
  const { kind, login, name, factor } = invitation
  const isReset = kind === 'reset'
  return (
    <>
      <p>
        <MixedText text={t(isReset ? 'accounts.invitation.resetLead' : 'accounts.invitation.lead', { name })} />
      </p>
      <AccountFacts account={invitation} />
      <form method="post" className="card space-y-5 p-4 sm:p-6">
        <FormFault refused={refused} />
        <NewPasswordField
          label={t(isReset ? 'accounts.field.newPassword' : 'accounts.field.password')}
          login={login}
          error={fault('password')}
        />
        {factor === 'show' && (
          <CodeField
            label={t('accounts.field.codeOrRecovery')}
            hint={t('accounts.field.codeOrRecoveryHint')}
            error={fault('code')}
            takesRecovery
          />
        )}
        {offered && (
          <>
            <h2 className="pt-2 text-xl">{t('accounts.factor.title')}</h2>
            <p className="text-quiet">{t('accounts.factor.why')}</p>
            <FactorFields offered={offered} error={fault('code')} />
          </>
        )}
        {factor === 'none' && <p className="text-quiet">{t('accounts.invitation.later')}</p>}
        <Button>{t('accounts.invitation.submit')}</Button>
      </form>
    </>
  )
}
