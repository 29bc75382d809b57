import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import { PersonFields } from './person-fields'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'
import type { Person } from './persons.server'

type Props = { person: Person; seesContacts: boolean; mayWrite: boolean; outcome: Outcome | undefined }

/** Who somebody is: to read, to reveal the phone of, and to change. */
export function PersonBasics({ person, seesContacts, mayWrite, outcome }: Props) {
  const { t } = useTranslation()
  const { sex } = person
  return (
    <section aria-labelledby="basics" className="card space-y-4 p-4">
      <h2 id="basics" className="text-xl">
        {t('rosters.person.basics')}
      </h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <Fact name={t('rosters.person.birthYear')} value={person.birthYear?.toString() ?? '—'} />
        <Fact name={t('rosters.person.sex')} value={sex ? t(`rosters.person.${sex}`) : '—'} />
        {seesContacts && (
          <>
            <Fact name={t('rosters.person.phone')} value={person.phone ?? t('rosters.person.phoneNone')} />
            <Fact name={t('rosters.person.idTail')} value={person.idTail ?? '—'} />
          </>
        )}
      </dl>
      {mayWrite && person.phone && <Reveal outcome={outcome} />}
      {mayWrite && <Change person={person} outcome={outcome} />}
    </section>
  )
}

/** The whole phone stands in the answer to the button, once. */
function Reveal({ outcome }: { outcome: Outcome | undefined }) {
  const { t } = useTranslation()
  const fault = faultOf(wrongIn(outcome, 'reveal')?.errors, 'phone')
  return (
    <form method="post" className="space-y-2">
      {outcome?.kind === 'shown' && (
        <Notice tone="plain" title={t('rosters.person.revealed')} live>
          <p className="text-xl font-bold whitespace-nowrap tabular-nums">{outcome.phone}</p>
        </Notice>
      )}
      {fault && (
        <p role="alert" className="font-bold text-fire">
          {t(fault)}
        </p>
      )}
      <Button look="quiet" name="intent" value="reveal">
        {t('rosters.person.reveal')}
      </Button>
      <p className="text-quiet">{t('rosters.person.revealNote')}</p>
    </form>
  )
}

function Change({ person, outcome }: { person: Person; outcome: Outcome | undefined }) {
  const { t } = useTranslation()
  const failed = wrongIn(outcome, 'change')
  const known: Typed = { name: person.name, birthYear: person.birthYear?.toString() ?? '', sex: person.sex ?? '' }
  return (
    <details open={failed !== null}>
      <summary className="inline-flex min-h-11 items-center font-bold text-fire underline underline-offset-4">
        {t('rosters.person.changeBasics')}
      </summary>
      <form method="post" className="mt-3 space-y-4">
        <PersonFields
          typed={failed?.typed ?? known}
          errors={failed?.errors}
          phoneHint={
            person.phone ? t('rosters.person.phoneChangeHint', { phone: person.phone }) : t('rosters.person.phoneHint')
          }
        />
        {person.phone && <Tick name="removePhone">{t('rosters.person.phoneRemove')}</Tick>}
        <Button name="intent" value="change">
          {t('desk.form.save')}
        </Button>
      </form>
    </details>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-quiet">{name}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  )
}
