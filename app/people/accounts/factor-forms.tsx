import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { FactorFields } from './factor-fields'
import type { Faults } from './faults'
import type { OfferedFactor } from './offered-factor.server'
import { CurrentPasswordField } from './password-fields'
import { Section } from './section'
import { FormFault, useFaults } from './use-faults'

/** What can be done about a second factor that is on. */
export const factorChanges = ['codes', 'replace', 'off'] as const
export type FactorChange = (typeof factorChanges)[number]

const WORDS = {
  on: { title: 'accounts.factor.title', text: 'accounts.me.factorOff', button: 'accounts.factor.turnOn' },
  codes: { title: 'accounts.me.newCodes', text: 'accounts.me.newCodesText', button: 'accounts.me.newCodes' },
  replace: { title: 'accounts.me.replace', text: 'accounts.me.replaceText', button: 'accounts.me.replace' },
  off: { title: 'accounts.me.turnOff', text: 'accounts.me.turnOffText', button: 'accounts.me.turnOff' },
} as const

/** The way to each change; one that the role does not allow is left out. */
export function FactorChanges({ isNeeded }: { isNeeded: boolean }) {
  const { t } = useTranslation()
  return factorChanges
    .filter((change) => !(isNeeded && change === 'off'))
    .map((change) => (
      <Section key={change} id={change} title={t(WORDS[change].title)}>
        <p>{t(WORDS[change].text)}</p>
        <ButtonLink href={`/desk/me/second-factor?do=${change}`} look="quiet">
          {t(WORDS[change].button)}
        </ButtonLink>
      </Section>
    ))
}

type Props = { change: FactorChange | 'on'; offered: OfferedFactor; refused: Faults | undefined; canCancel: boolean }

/** One change of the second factor. Each asks for the password. */
export function FactorForm({ change, offered, refused, canCancel }: Props) {
  const { t } = useTranslation()
  const fault = useFaults(refused)
  const { title, text, button } = WORDS[change]
  return (
    <Section id={change} title={t(title)}>
      {change !== 'on' && <p>{t(text)}</p>}
      <form method="post" className="space-y-5">
        <FormFault refused={refused} />
        {(change === 'on' || change === 'replace') && <FactorFields offered={offered} error={fault('code')} />}
        <CurrentPasswordField
          label={t('accounts.field.confirmPassword')}
          hint={t('accounts.field.confirmPasswordHint')}
          error={fault('current')}
        />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value={change}>
            {t(button)}
          </Button>
          {canCancel && (
            <ButtonLink href="/desk/me" look="quiet">
              {t('desk.form.cancel')}
            </ButtonLink>
          )}
        </div>
      </form>
    </Section>
  )
}
