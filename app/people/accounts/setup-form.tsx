import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { FactorFields } from './factor-fields'
import type { Faults } from './faults'
import { NameFields } from './name-fields'
import type { OfferedFactor } from './offered-factor.server'
import { NewPasswordField } from './password-fields'
import { FormFault, useFaults } from './use-faults'

type Props = { offered: OfferedFactor; refused: Faults | undefined; typed: Typed }

/** The first administrator: who they are, their password, their authenticator. */
export function SetupForm({ offered, refused, typed }: Props) {
  const { t } = useTranslation()
  const fault = useFaults(refused)
  return (
    <form method="post" className="card space-y-5 p-4 sm:p-6">
      <FormFault refused={refused} />
      <NameFields typed={typed} fault={fault} isOwn />
      <NewPasswordField label={t('accounts.field.password')} login={null} error={fault('password')} />
      <h2 className="pt-2 text-xl">{t('accounts.factor.title')}</h2>
      <p className="text-quiet">{t('accounts.factor.why')}</p>
      <FactorFields offered={offered} error={fault('code')} />
      <Button>{t('accounts.setup.submit')}</Button>
    </form>
  )
}
