import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import type { Consent } from './consents.server'
import { ConsentFields } from './person-fields'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'

type Listed = Pick<Consent, 'id' | 'guardianName' | 'noticeVersion' | 'channel' | 'consentedOn'>
type Props = { consents: Listed[]; isWithdrawable: boolean; outcome: Outcome | undefined }

/** The consents on record, recording one, and withdrawing what was given. */
export function ConsentForms({ consents, isWithdrawable, outcome }: Props) {
  const { t } = useTranslation()
  const recorded = wrongIn(outcome, 'record')
  return (
    <>
      <form method="post" className="card space-y-4 p-4">
        <h2 className="text-xl">{t('rosters.consent.record')}</h2>
        <ConsentFields typed={recorded?.typed ?? {}} errors={recorded?.errors} />
        <Button name="intent" value="record">
          {t('rosters.consent.record')}
        </Button>
      </form>
      <section aria-labelledby="consents" className="card space-y-2 p-4">
        <h2 id="consents" className="text-xl">
          {t('rosters.consent.list')}
        </h2>
        {consents.length === 0 && <p>{t('rosters.consent.listNone')}</p>}
        <ul className="space-y-1">
          {consents.map(({ id, guardianName, channel, consentedOn, noticeVersion }) => (
            <li key={id}>
              <MixedText
                text={t('rosters.consent.item', {
                  guardian: guardianName,
                  day: consentedOn,
                  channel: t(`rosters.consent.channels.${channel}`),
                  version: noticeVersion,
                })}
              />
            </li>
          ))}
        </ul>
      </section>
      {isWithdrawable && <Withdraw outcome={outcome} />}
    </>
  )
}

function Withdraw({ outcome }: { outcome: Outcome | undefined }) {
  const { t } = useTranslation()
  const fault = faultOf(wrongIn(outcome, 'withdraw')?.errors, 'understood')
  return (
    <form method="post" className="card space-y-3 border-fire p-4">
      <h2 className="text-xl">{t('rosters.consent.withdrawTitle')}</h2>
      <p>{t('rosters.consent.withdrawText')}</p>
      {fault && (
        <p role="alert" className="font-bold text-fire">
          {t(fault)}
        </p>
      )}
      <Tick name="understood">{t('rosters.consent.withdrawConfirm')}</Tick>
      <Button look="secondary" name="intent" value="withdraw">
        {t('rosters.consent.withdraw')}
      </Button>
    </form>
  )
}
