import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { AccountRow } from './accounts.server'
import type { Intent, OneAnswer } from './change-one.server'
import { DetailsForm } from './details-form'
import type { PlaceChoice } from './place-choices.server'
import type { Role } from './roles'
import { Section } from './section'
import { SessionList, type ShownSession } from './session-list'
import { FormFault } from './use-faults'

export type OneRefused = Pick<Extract<OneAnswer, { kind: 'refused' }>, 'intent' | 'faults' | 'typed'>

type Props = {
  one: AccountRow
  isOwn: boolean
  choice: { role: Role; find: string; isAsked: boolean }
  found: { places: PlaceChoice[]; hasMore: boolean }
  linkUntil: string | null
  sessions: ShownSession[]
  refused: OneRefused | undefined
}

/** Everything that administrators do to one account; to their own only what cannot lock them out. */
export function AccountForms(props: Props) {
  const { t } = useTranslation()
  const { one, isOwn, sessions, refused } = props
  const isActive = one.state === 'active'
  return (
    <>
      <DetailsForm {...props} />
      {isOwn ? (
        <Notice tone="plain">
          <p>{t('accounts.one.self')}</p>
          <p className="pt-2">
            <ButtonLink href="/desk/me" look="quiet">
              {t('desk.ownAccount')}
            </ButtonLink>
          </p>
        </Notice>
      ) : (
        <>
          {one.state !== 'disabled' && <LinkSection {...props} />}
          {isActive && (
            <Section id="sessions" title={t('accounts.sessions.title')}>
              <SessionList sessions={sessions} canEnd={false} />
              {sessions.length > 0 && (
                <Deed intent="end" refused={refused} button={t('accounts.sessions.endAll')} look="quiet" />
              )}
            </Section>
          )}
          {one.hasSecondFactor && (
            <Section id="factor" title={t('accounts.one.factor')}>
              <p>{t('accounts.one.factorText')}</p>
              <Deed intent="factor" refused={refused} button={t('accounts.one.factorClear')} asksTwice />
            </Section>
          )}
          <ShutSection one={one} refused={refused} />
        </>
      )}
    </>
  )
}

function LinkSection({ one, linkUntil, refused }: Props) {
  const { t } = useTranslation()
  const isInvited = one.state === 'invited'
  return (
    <Section id="link" title={t('accounts.one.link')}>
      <p>{t(isInvited ? 'accounts.one.linkInvited' : 'accounts.one.linkActive')}</p>
      {linkUntil && (
        <p className="text-quiet">
          <MixedText text={t('accounts.one.linkOpen', { until: linkUntil })} />
        </p>
      )}
      <Deed
        intent="link"
        refused={refused}
        look="secondary"
        button={t(isInvited ? 'accounts.one.linkNewInvitation' : 'accounts.one.linkNewReset')}
      />
    </Section>
  )
}

function ShutSection({ one, refused }: Pick<Props, 'one' | 'refused'>) {
  const { t } = useTranslation()
  const isDisabled = one.state === 'disabled'
  return (
    <Section id="shut" title={t(isDisabled ? 'accounts.one.enable' : 'accounts.one.disable')}>
      <p>{t(isDisabled ? 'accounts.one.enableText' : 'accounts.one.disableText')}</p>
      {isDisabled ? (
        <Deed intent="enable" refused={refused} button={t('accounts.one.enable')} />
      ) : (
        <Deed intent="disable" refused={refused} button={t('accounts.one.disable')} asksTwice />
      )}
    </Section>
  )
}

type DeedProps = {
  intent: Intent
  button: ReactNode
  refused: OneRefused | undefined
  look?: 'secondary' | 'quiet'
  /** What cannot simply be done again the other way is ticked first. */
  asksTwice?: boolean
}

/** A form with one button. */
function Deed({ intent, button, refused, look = 'secondary', asksTwice = false }: DeedProps) {
  const { t } = useTranslation()
  const own = refused?.intent === intent ? refused.faults : undefined
  return (
    <form method="post" className="space-y-3">
      <FormFault refused={own} />
      {own?.errors.sure && (
        <p className="font-bold text-fire" role="alert">
          {t('accounts.one.notConfirmed')}
        </p>
      )}
      {asksTwice && (
        <label className="choice">
          <input type="checkbox" name="sure" value="yes" />
          <span>{t('accounts.one.understood')}</span>
        </label>
      )}
      <Button look={look} name="intent" value={intent}>
        {button}
      </Button>
    </form>
  )
}
