import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { Button } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { FormFaults, WaveDays, WaveName } from './wave-form-parts'

type FormProps = { given: Record<string, string>; failed: Failed | null; isNew: boolean }

/** The name and the days of a follow-up; everything else is that of the wave that it follows. */
export function FollowUpForm({ given, failed, isNew }: FormProps) {
  const { t } = useTranslation()
  const part = { shown: failed?.typed ?? given, errors: failed?.errors ?? {} }
  return (
    <form method="post" className="card max-w-3xl space-y-8 p-4">
      <FormFaults failed={failed} />
      {part.shown.id && <input type="hidden" name="id" value={part.shown.id} />}
      <WaveName {...part} />
      <WaveDays {...part} />
      <Button name="intent" value="save">
        {t(isNew ? 'waves.followUp.add' : 'desk.form.save')}
      </Button>
    </form>
  )
}

type Named = { id: string; name: string }
type AroundProps = { follows: Named | null; followedBy: Named[] }

/** The wave before, of a follow-up; of any other those that ask its respondents once more. */
export function WavesAround({ follows, followedBy }: AroundProps) {
  const { t } = useTranslation()
  const links = (waves: Named[]) =>
    waves.map(({ id, name }) => (
      <li key={id}>
        <a href={`/desk/surveys/${id}`} lang="zh-CN" className="inline-flex min-h-11 items-center">
          {name}
        </a>
      </li>
    ))
  if (follows)
    return (
      <Notice tone="plain" title={t('waves.followUp.is')}>
        <p>{t('waves.followUp.isText')}</p>
        <ul>{links([follows])}</ul>
      </Notice>
    )
  if (followedBy.length === 0) return null
  return (
    <section className="space-y-1">
      <h2 className="text-xl">{t('waves.followUp.of')}</h2>
      <ul>{links(followedBy)}</ul>
    </section>
  )
}

/** How many can be asked again, and what that can tell. */
export function FollowUpLead({ name, units, persons }: { name: string; units: number; persons: number }) {
  const { t } = useTranslation()
  return (
    <div className="reading space-y-3">
      <p>
        <MixedText text={t('waves.followUp.lead', { name })} />
      </p>
      {units > 0 && <p>{t('waves.followUp.units', { count: units })}</p>}
      {persons > 0 && <p>{t('waves.followUp.persons', { count: persons })}</p>}
      {units + persons === 0 && <p className="font-bold">{t('waves.problem.nobodyToAsk')}</p>}
      <p className="text-quiet">{t('waves.followUp.limits')}</p>
    </div>
  )
}
