import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField, Tick } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import type { PlannerInput, SurveyPlan } from './planner'

type FieldsProps = { fields: Record<string, string>; errors: Record<string, string> }

const NAMES = ['rate', 'margin', 'population', 'responseRate', 'streets', 'take', 'deff', 'correlation'] as const

/** What the planner is told. It only changes the address of the page, so a calculation can be kept or passed on. */
export function PlannerForm({ fields, errors }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <form method="get" className="card space-y-4 p-4">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {NAMES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`waves.planner.field.${name}`)}
            hint={t(`waves.planner.hint.${name}`)}
            maxLength={12}
            defaultValue={fields[name] ?? ''}
            error={errors[name] ?? null}
          />
        ))}
      </div>
      <Tick name="perStreet" defaultChecked={fields.perStreet !== undefined}>
        {t('waves.planner.field.perStreet')}
      </Tick>
      <Button look="secondary">{t('waves.planner.calculate')}</Button>
    </form>
  )
}

/** `most`: communities of the largest street of the frame; null while there is none. */
type PlanProps = {
  input: PlannerInput
  plan: SurveyPlan
  most: number | null
  fields: Record<string, string>
  canTake: boolean
}

/** What it answers: a sentence, the figures behind it, and what other numbers of interviews would give. */
export function PlanShown({ input, plan, most, fields, canTake }: PlanProps) {
  const { t } = useTranslation()
  const points = (share: number) => String(Math.round(share * 1000) / 10)
  const each = t(input.perStreet ? 'waves.planner.eachStreet' : 'waves.planner.wholePlace')
  return (
    <section className="space-y-4" aria-labelledby="plan">
      <h2 id="plan" className="text-xl">
        {t('waves.planner.answer')}
      </h2>
      <p className="card p-4 text-lg">
        {t('waves.planner.sentence', {
          clusters: plan.clusters,
          perStreet: plan.clustersPerStreet,
          take: plan.take,
          // Whole communities are drawn, so there are a few more households than would do.
          invites: plan.clusters * plan.take,
          completes: plan.completes,
          margin: points(input.margin),
          rate: points(input.rate),
          response: points(input.responseRate),
          each,
        })}
      </p>
      <p className="text-quiet">
        {t('waves.planner.behind', {
          deff: plan.deff.toFixed(2),
          population: input.population === null ? t('waves.planner.large') : String(input.population),
        })}
      </p>
      {most !== null && most < plan.clustersPerStreet && (
        <Notice tone="caution">
          <p>{t('waves.planner.tooFew', { most, wanted: plan.clustersPerStreet })}</p>
        </Notice>
      )}
      {canTake && (
        <form method="post" className="flex">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button name="intent" value="take">
            {t('waves.planner.takeOver')}
          </Button>
        </form>
      )}
      <h3 className="font-bold">{t('waves.planner.precision', { rate: points(input.rate), each })}</h3>
      <Table
        caption={t('waves.planner.precision', { rate: points(input.rate), each })}
        rows={plan.precision}
        rowKey={({ n }) => String(n)}
        columns={[
          { key: 'n', title: t('waves.planner.interviews'), isName: true, cell: ({ n }) => n },
          {
            key: 'margin',
            title: t('waves.planner.margin'),
            cell: ({ margin }) => t('waves.planner.points', { points: (margin * 100).toFixed(1) }),
          },
        ]}
      />
    </section>
  )
}
