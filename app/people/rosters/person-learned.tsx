import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'

export type Passed = { id: string; title: string; day: string; rule: string }

type Props = { devices: number; passed: Passed[]; mayWrite: boolean; outcome: Outcome | undefined }

/** What a person has passed, and the devices it was learned on. */
export function PersonLearned({ devices, passed, mayWrite, outcome }: Props) {
  const { t } = useTranslation()
  const fault = faultOf(wrongIn(outcome, 'unlink')?.errors, 'understood')
  return (
    <section aria-labelledby="learned" className="card space-y-3 p-4">
      <h2 id="learned" className="text-xl">
        {t('rosters.person.learned')}
      </h2>
      <p>{devices === 0 ? t('rosters.person.joinedNone') : t('rosters.person.joinedCount', { count: devices })}</p>
      {passed.length === 0 && <p className="text-quiet">{t('rosters.person.passedNone')}</p>}
      <ul className="space-y-2">
        {passed.map(({ id, title, day, rule }) => (
          <li key={id}>
            <span className="font-bold">
              <span aria-hidden="true" className="text-safe">
                ✓{' '}
              </span>
              <MixedText text={title} />
            </span>
            <span className="block text-quiet">{t('rosters.person.passedItem', { day, rule })}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (devices > 0 || passed.length > 0) && (
        <details open={fault !== null}>
          <summary className="inline-flex min-h-11 items-center font-bold text-fire underline underline-offset-4">
            {t('rosters.person.unlink')}
          </summary>
          <form method="post" className="mt-3 space-y-3">
            <p>{t('rosters.person.unlinkHint')}</p>
            {fault && (
              <p role="alert" className="font-bold text-fire">
                {t(fault)}
              </p>
            )}
            <Tick name="understood">{t('rosters.person.unlinkConfirm')}</Tick>
            <Button look="secondary" name="intent" value="unlink">
              {t('rosters.person.unlink')}
            </Button>
          </form>
        </details>
      )}
    </section>
  )
}
