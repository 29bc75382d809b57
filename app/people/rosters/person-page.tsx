import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { PersonBasics } from './person-basics'
import { type Passed, PersonLearned } from './person-learned'
import { PersonMemberships } from './person-memberships'
import type { Done, Outcome } from './person-outcome'
import { PersonSame } from './person-same'
import type { PersonView } from './person-view.server'
import type { Person } from './persons.server'

type Props = PersonView & {
  title: string
  person: Person
  seesContacts: boolean
  mayWrite: boolean
  done: Done | null
  passed: Passed[]
  outcome: Outcome | undefined
}

/** Everything about a person, part by part. */
export function PersonPage({ title, done, outcome, ...shown }: Props) {
  const { t } = useTranslation()
  const { person, isWithdrawn, mayWrite } = shown
  return (
    <div className="desk-page space-y-6 pt-6">
      <p>
        <a href="/desk/rosters" className="inline-flex min-h-11 items-center">
          {t('rosters.list.title')}
        </a>
      </p>
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {done && !outcome && (
        <Notice tone="good" live>
          <p>{t(DONE_SENTENCES[done])}</p>
        </Notice>
      )}
      {isWithdrawn ? (
        <Notice tone="plain">
          <p>{t('rosters.person.withdrawn')}</p>
        </Notice>
      ) : (
        <PersonBasics {...shown} outcome={outcome} />
      )}
      <PersonMemberships {...shown} isOver={isWithdrawn} outcome={outcome} />
      {!isWithdrawn && <Consent {...shown} />}
      <PersonLearned {...shown} outcome={outcome} />
      {mayWrite && !isWithdrawn && <PersonSame into={person} same={shown.same} outcome={outcome} />}
    </div>
  )
}

const DONE_SENTENCES = {
  added: 'rosters.person.added',
  saved: 'rosters.person.saved',
  addedTo: 'rosters.person.addedTo',
  ended: 'rosters.person.ended',
  unlinked: 'rosters.person.unlinked',
  merged: 'rosters.person.merged',
  recorded: 'rosters.consent.recorded',
  withdrawDone: 'rosters.consent.withdrawDone',
} as const

function Consent({ person, consentedOn, isConsentNeeded, mayWrite }: Omit<Props, 'title' | 'done' | 'outcome'>) {
  const { t } = useTranslation()
  // Of a grown-up there is nothing to say; without a year of birth, there may be.
  if (!consentedOn && !isConsentNeeded && person.birthYear !== null) return null
  return (
    <section aria-labelledby="consent" className="card space-y-2 p-4">
      <h2 id="consent" className="text-xl">
        {t('rosters.person.consentTitle')}
      </h2>
      <p>{consentedOn ? t('rosters.person.consentHas', { day: consentedOn }) : t('rosters.person.consentHasNot')}</p>
      {isConsentNeeded && !consentedOn && (
        <Notice tone="bad">
          <p>{t('rosters.person.consentNeeded')}</p>
        </Notice>
      )}
      {mayWrite && (
        <a href={`/desk/rosters/persons/${person.id}/consent`} className="inline-flex min-h-11 items-center">
          {t('rosters.person.consentLink')}
        </a>
      )}
    </section>
  )
}
