import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, TextArea } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { choices, type EstimateChoices } from './estimate-choices'
import type { Refusal } from './estimate-problem'
import { marginName } from './margin-name'

/** How it is computed: a form that only changes the address, so that a result can be shown to somebody else. */
export function SettingsForm({ chosen }: { chosen: EstimateChoices }) {
  const { t } = useTranslation()
  return (
    <form method="get" className="grid items-end gap-4 sm:grid-cols-2">
      <Select
        name="weighting"
        label={t('estimates.workbench.weighting')}
        hint={t('estimates.workbench.weightingHint')}
        defaultValue={chosen.weighting}
        choices={choices.weighting.map((value) => ({ value, label: t(`estimates.workbench.weightingIs.${value}`) }))}
      />
      <Select
        name="ages"
        label={t('estimates.workbench.ages')}
        defaultValue={chosen.ages}
        choices={choices.ages.map((value) => ({ value, label: t(`estimates.workbench.agesIs.${value}`) }))}
      />
      <Select
        name="trim"
        label={t('estimates.workbench.trim')}
        hint={t('estimates.workbench.trimHint')}
        defaultValue={chosen.trim}
        choices={choices.trim.map((value) => ({ value, label: t(`estimates.workbench.trimIs.${value}`) }))}
      />
      <Select
        name="missing"
        label={t('estimates.workbench.missing')}
        defaultValue={chosen.missing}
        choices={choices.missing.map((value) => ({ value, label: t(`estimates.workbench.missingIs.${value}`) }))}
      />
      <Select
        name="singlePsu"
        label={t('estimates.workbench.singlePsu')}
        defaultValue={chosen.singlePsu}
        choices={choices.singlePsu.map((value) => ({ value, label: t(`estimates.workbench.singlePsuIs.${value}`) }))}
      />
      <div>
        <Button look="secondary">{t('estimates.workbench.recompute')}</Button>
      </div>
    </form>
  )
}

/** Why there is no result, and what to do. */
export function RefusedNotice({ refusal: { problem, params } }: { refusal: Refusal }) {
  const { t } = useTranslation()
  const cell = typeof params.cell === 'string' ? params.cell : marginName(t, String(params.margin ?? ''))
  return (
    <Notice tone="bad" live>
      <p>
        <MixedText text={t(`estimates.problem.${problem}`, { ...params, cell })} />
      </p>
    </Notice>
  )
}

type KeepProps = { id: string; chosen: EstimateChoices; note: string }

/** Keeps what is shown above: the settings go with it. */
export function KeepForm({ id, chosen, note }: KeepProps) {
  const { t } = useTranslation()
  return (
    <form method="post" className="space-y-4">
      <p>{t('estimates.workbench.keepLead')}</p>
      <input type="hidden" name="id" value={id} />
      {Object.entries(chosen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        name="note"
        label={t('estimates.workbench.note')}
        hint={t('estimates.workbench.noteHint')}
        defaultValue={note}
        rows={2}
        maxLength={500}
      />
      <Button>{t('estimates.workbench.keepButton')}</Button>
    </form>
  )
}
