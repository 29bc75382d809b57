import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { Button } from '#app/ui/button'
import { Select, TextField, Tick } from '#app/ui/field'
import { modes } from './wave'
import type { WaveChoices } from './wave-choices.server'
import { FormFaults, type Part, WaveDays, WaveName } from './wave-form-parts'
import { WaveTarget } from './wave-target'

type Props = { given: Record<string, string>; choices: WaveChoices; failed: Failed | null; isNew: boolean }

/** Everything that is decided before anybody is asked: what, where, of whom, how, when, and against which target. */
export function WaveForm({ given, choices, failed, isNew }: Props) {
  const { t } = useTranslation()
  const shown = failed?.typed ?? given
  const errors = failed?.errors ?? {}
  const part = { shown, errors }
  return (
    <form method="post" className="card max-w-3xl space-y-8 p-4">
      <FormFaults failed={failed} />
      <div className="space-y-4">
        {shown.id && <input type="hidden" name="id" value={shown.id} />}
        <WaveName {...part} />
        <Select
          name="regionId"
          label={t('waves.form.place')}
          hint={t('waves.form.placeHint')}
          none={t('waves.form.choose')}
          required
          choices={choices.regions.map(({ id, label }) => ({ value: id, label, lang: 'zh-CN' }))}
          defaultValue={shown.regionId ?? ''}
          error={errors.regionId ?? null}
        />
        <Select
          name="instrumentId"
          label={t('waves.form.instrument')}
          hint={t('waves.form.instrumentHint')}
          required
          choices={choices.instruments.map(({ id, form, items, more }) => ({
            value: id,
            label: t('waves.form.instrumentChoice', { form, items, more }),
            lang: 'zh-CN',
          }))}
          defaultValue={shown.instrumentId ?? ''}
          error={errors.instrumentId ?? null}
        />
      </div>
      <TierField {...part} />
      <FindingFields {...part} />
      <Who {...part} />
      <WaveDays {...part} />
      <WaveTarget plans={choices.plans} planId={shown.planId ?? ''} error={errors.planId ?? null} />
      <Button name="intent" value="save">
        {t(isNew ? 'waves.form.add' : 'desk.form.save')}
      </Button>
    </form>
  )
}

function TierField({ shown, errors }: Part) {
  const { t } = useTranslation()
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-lg font-bold">{t('waves.form.tier')}</legend>
      {errors.tier && <p className="font-bold text-fire">{errors.tier}</p>}
      {(['P', 'Q'] as const).map((tier) => (
        <label key={tier} className="choice">
          <input type="radio" name="tier" value={tier} defaultChecked={shown.tier === tier} required />
          <span>
            <span className="block font-bold">{t(`waves.tier.${tier}`)}</span>
            {t(`waves.tierText.${tier}`)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function FindingFields({ shown, errors }: Part) {
  const { t } = useTranslation()
  const choice = (group: 'firstStage' | 'household', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`waves.${group}.${value}` as 'waves.firstStage.pps') }))
  return (
    <fieldset className="space-y-4">
      <legend className="mb-1 text-lg font-bold">{t('waves.form.finding')}</legend>
      <p className="text-quiet">{t('waves.form.findingHint')}</p>
      <Select
        name="firstStage"
        label={t('waves.form.firstStage')}
        choices={choice('firstStage', ['pps', 'srs', 'none'])}
        defaultValue={shown.firstStage ?? ''}
        error={errors.firstStage ?? null}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Whole name="clustersPerStratum" label={t('waves.form.clusters')} {...{ shown, errors }} />
        <Whole name="takePerCluster" label={t('waves.form.take')} {...{ shown, errors }} />
      </div>
      <Select
        name="household"
        label={t('waves.form.household')}
        choices={choice('household', ['kish', 'persons'])}
        defaultValue={shown.household ?? ''}
        error={errors.household ?? null}
      />
      <fieldset>
        <legend className="mb-1 font-bold">{t('waves.form.modes')}</legend>
        {errors.modes && (
          <p className="mb-1 font-bold text-fire" role="alert">
            {errors.modes}
          </p>
        )}
        <div className="grid gap-2 sm:grid-cols-2">
          {modes.map((mode) => (
            <Tick key={mode} name={`mode-${mode}`} defaultChecked={shown[`mode-${mode}`] !== undefined}>
              {t(`waves.mode.${mode}`)}
            </Tick>
          ))}
        </div>
      </fieldset>
    </fieldset>
  )
}

function Who({ shown, errors }: Part) {
  const { t } = useTranslation()
  return (
    <fieldset className="space-y-4">
      <legend className="mb-1 text-lg font-bold">{t('waves.form.who')}</legend>
      <p className="text-quiet">{t('waves.form.whoHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Whole name="ageFrom" label={t('waves.form.ageFrom')} {...{ shown, errors }} />
        <Whole name="ageTo" label={t('waves.form.ageTo')} {...{ shown, errors }} />
      </div>
      <Tick name="minors" defaultChecked={shown.minors !== undefined}>
        {t('waves.form.minors')}
      </Tick>
    </fieldset>
  )
}

function Whole({ name, label, shown, errors }: Part & { name: string; label: string }) {
  const field = { defaultValue: shown[name] ?? '', error: errors[name] ?? null }
  return <TextField name={name} label={label} inputMode="numeric" maxLength={4} {...field} />
}
