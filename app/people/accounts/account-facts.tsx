import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { Role } from './roles'

type Props = { account: { login: string; role: Role; scopeName: string | null }; children?: ReactNode }

/** Login, role and scope of an account; more of the same kind may follow. */
export function AccountFacts({ account: { login, role, scopeName }, children }: Props) {
  const { t } = useTranslation()
  return (
    <dl className="card grid gap-x-6 gap-y-2 p-4 sm:grid-cols-2">
      <Fact name={t('accounts.field.login')}>{login}</Fact>
      <Fact name={t('accounts.field.role')}>{t(`accounts.role.${role}`)}</Fact>
      <Fact name={t('accounts.field.place')}>
        <MixedText text={scopeName ?? t('accounts.new.wholeDistrict')} />
      </Fact>
      {children}
    </dl>
  )
}

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-quiet">{name}</dt>
    <dd className="font-bold">{children}</dd>
  </div>
)
