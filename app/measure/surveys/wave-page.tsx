import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { Step, WaveView } from './wave-view.server'

/** What the wave is: place, questionnaire, whom, how, when, against what. */
export function WaveFacts({ wave }: { wave: WaveView }) {
  const { t } = useTranslation()
  const { design } = wave
  const drawn =
    design.firstStage === 'none'
      ? ''
      : t('waves.facts.drawn', { clusters: design.clustersPerStratum, take: design.takePerCluster })
  const rows: [string, string][] = [
    [t('waves.facts.place'), wave.place],
    [t('waves.facts.instrument'), t('waves.facts.instrumentOf', { form: wave.form, items: wave.items })],
    [t('waves.facts.tier'), t(`waves.tier.${wave.tier}`)],
    [
      t('waves.facts.finding'),
      wave.followsId
        ? t('waves.followUp.step.sample')
        : [t(`waves.firstStage.${design.firstStage}`), drawn].filter(Boolean).join(t('common.listSeparator')),
    ],
    [t('waves.facts.household'), t(`waves.household.${design.household}`)],
    [t('waves.facts.modes'), design.modes.map((mode) => t(`waves.mode.${mode}`)).join(t('common.listSeparator'))],
    [t('waves.facts.who'), t('waves.facts.ages', { from: wave.ageFrom, to: wave.ageTo })],
    [t('waves.facts.days'), t('waves.days', { from: wave.fieldFrom, to: wave.fieldTo })],
    [t('waves.facts.target'), targetText(t, wave)],
  ]
  return (
    <dl className="card divide-y divide-line px-4">
      {rows.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[10rem_1fr]">
          <dt className="text-quiet">{name}</dt>
          <dd>
            <MixedText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function targetText(t: Translate, { target }: WaveView): string {
  if (!target) return t('waves.facts.noTarget')
  const { district, percent, definition } = target
  const judged = t(`waves.rate.${definition ?? 'overallRate'}`)
  return t('waves.facts.targetOf', {
    district: district ?? '—',
    percent,
    definition: t(`waves.definition.${definition ?? 'none'}`),
    judged,
  })
}

/** The steps of a wave in order: what is done, and what comes next. */
export function WaveSteps({ wave, canWrite }: { wave: WaveView; canWrite: boolean }) {
  const { t } = useTranslation()
  const at = wave.steps.findIndex(({ isDone }) => !isDone)
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t('waves.steps.title')}</h2>
      <ol className="card divide-y divide-line px-4">
        {wave.steps.map(({ id, path, isDone, count, needsWrite }, place) => (
          <li key={id} className="flex gap-3 py-3" aria-current={place === at ? 'step' : undefined}>
            <span aria-hidden="true" className={isDone ? 'font-bold text-safe' : 'text-quiet'}>
              {isDone ? '✓' : `${place + 1}.`}
            </span>
            <span className="min-w-0 flex-1 gap-x-4 sm:grid sm:grid-cols-[14rem_1fr]">
              {path !== null && (canWrite || !needsWrite) ? (
                <a
                  href={`/desk/surveys/${wave.id}${path}`}
                  className={`-my-2 inline-flex min-h-11 items-center ${place === at ? 'font-bold' : ''}`}
                >
                  {stepName(t, wave, id)}
                </a>
              ) : (
                <span className={place === at ? 'font-bold' : ''}>{stepName(t, wave, id)}</span>
              )}
              <span className="block text-quiet">{stepText(t, { id, isDone, count })}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A follow-up takes over its sample, and is about a change. */
const stepName = (t: Translate, { followsId }: WaveView, id: Step['id']): string =>
  followsId && (id === 'sample' || id === 'estimate') ? t(`waves.followUp.step.${id}`) : t(`waves.step.${id}`)

/** What a step has come to. Nothing to count yet: what it waits for. */
function stepText(t: Translate, { id, isDone, count }: Pick<Step, 'id' | 'isDone' | 'count'>): string {
  if (isDone && id === 'field' && count > 0) return t('waves.fieldOver', { count })
  if (isDone) return t(`waves.stepDone.${id}`, { count })
  const waits = (id === 'assign' || id === 'field') && count === 0
  return waits ? t(`waves.stepWait.${id}`) : t(`waves.stepTodo.${id}`, { count })
}

/** Opening a draft or closing the field work: final, so a box has to be ticked. */
export function MoveForm({ wave, open, failed }: { wave: WaveView; open: number; failed: Failed | null }) {
  const { t } = useTranslation()
  if (wave.status === 'closed') return null
  const intent = wave.status === 'draft' ? 'open' : 'close'
  const error = failed?.errors.form ?? failed?.errors.sure
  return (
    <section className="space-y-3" id="move">
      <h2 className="text-xl">{t(`waves.move.${intent}.title`)}</h2>
      <form method="post" className="card max-w-3xl space-y-4 p-4">
        {error && (
          <Notice tone="bad" live>
            <p>{error}</p>
          </Notice>
        )}
        <p>{t(`waves.move.${intent}.text`)}</p>
        {intent === 'close' && <p className="font-bold">{t('waves.move.close.open', { count: open })}</p>}
        <Tick name="sure">{t(`waves.move.${intent}.sure`)}</Tick>
        <Button name="intent" value={intent} look={intent === 'open' ? 'primary' : 'secondary'}>
          {t(`waves.move.${intent}.button`)}
        </Button>
      </form>
    </section>
  )
}
