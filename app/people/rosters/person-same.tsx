import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'

type Same = { id: string; name: string; birthYear: number | null; because: 'samePhone' | 'sameId' | 'sameName' }
type Props = { into: { name: string }; same: Same[]; outcome: Outcome | undefined }

/** Entries that may be the same person. Nothing where there are none. */
export function PersonSame({ into, same, outcome }: Props) {
  const { t } = useTranslation()
  if (same.length === 0) return null
  return (
    <section aria-labelledby="same" className="card space-y-4 p-4">
      <h2 id="same" className="text-xl">
        {t('rosters.person.same')}
      </h2>
      <p>{t('rosters.person.sameHint')}</p>
      {same.map(({ id, name, birthYear, because }) => {
        const fault = faultOf(wrongIn(outcome, 'merge')?.errors, id)
        return (
          <form key={id} method="post" className="space-y-3 border-t border-line pt-3">
            <input type="hidden" name="from" value={id} />
            <p>
              <a href={`/desk/rosters/persons/${id}`} className="inline-flex min-h-11 items-center font-bold">
                <MixedText text={name} />
              </a>{' '}
              · {birthYear ? t('rosters.person.born', { year: birthYear }) : t('rosters.person.bornUnknown')} ·{' '}
              {t(`rosters.person.${because}`)}
            </p>
            {fault && (
              <p role="alert" className="font-bold text-fire">
                {t(fault)}
              </p>
            )}
            <Tick name="understood">{t('rosters.person.mergeConfirm')}</Tick>
            <Button look="secondary" name="intent" value="merge">
              <span>
                <MixedText text={t('rosters.person.mergeInto', { name: into.name })} />
              </span>
            </Button>
          </form>
        )
      })}
    </section>
  )
}
