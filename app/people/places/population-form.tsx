import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import type { Failed } from './problem-text'
import { FormError } from './region-form'

/** `fields` holds year, source and band-n, female-n, male-n of each line, as known or as typed. */
type Props = { fields: Record<string, string>; failed: Failed | null }

/** The table of one year, to be filled in by hand. */
export function PopulationForm({ fields, failed }: Props) {
  const { t } = useTranslation()
  const shown = failed?.typed ?? fields
  const lines = Object.keys(shown)
    .flatMap((name) => /^band-(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  return (
    <form method="post" className="space-y-4">
      <FormError failed={failed} />
      <div className="card grid gap-4 p-4 sm:grid-cols-2">
        <TextField
          name="year"
          label={t('places.population.yearLabel')}
          hint={t('places.population.yearHint')}
          inputMode="numeric"
          required
          maxLength={10}
          defaultValue={shown.year}
          error={failed?.errors.year}
        />
        <TextField
          name="source"
          label={t('places.population.sourceLabel')}
          hint={t('places.population.sourceHint')}
          maxLength={100}
          defaultValue={shown.source}
          error={failed?.errors.source}
        />
      </div>
      <p className="text-quiet">{t('places.population.bandHint')}</p>
      <ol className="space-y-3">
        {lines.map((at, index) => (
          <Line key={at} at={at} number={index + 1} shown={shown} errors={failed?.errors ?? {}} />
        ))}
      </ol>
      <p className="text-quiet">{t('places.population.clear')}</p>
      <Button>{t('places.population.save')}</Button>
    </form>
  )
}

type LineProps = { at: number; number: number; shown: Record<string, string>; errors: Record<string, string> }

function Line({ at, number, shown, errors }: LineProps) {
  const { t } = useTranslation()
  const fields = [
    { name: `band-${at}`, label: t('places.population.band'), numeric: false },
    { name: `female-${at}`, label: t('places.sex.female'), numeric: true },
    { name: `male-${at}`, label: t('places.sex.male'), numeric: true },
  ]
  return (
    <li className="card p-4">
      <fieldset className="grid items-end gap-3 sm:grid-cols-3">
        <legend className="sr-only">{t('places.population.row', { row: number })}</legend>
        {fields.map(({ name, label, numeric }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            inputMode={numeric ? 'numeric' : 'text'}
            maxLength={20}
            defaultValue={shown[name]}
            error={errors[name]}
          />
        ))}
      </fieldset>
    </li>
  )
}
