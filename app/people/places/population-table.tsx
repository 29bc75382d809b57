import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import { OLDEST } from './population-bands'
import { linesOf, type PopulationLine } from './population-lines'
import type { Population } from './populations.server'

type Row = PopulationLine | 'total'

/** One year of a place: women, men and all by age band, with its total and its source. */
export function PopulationTable({ year, source, rows }: Population) {
  const { t } = useTranslation()
  const lines = linesOf(rows)
  const sumOf = (sex: 'female' | 'male') => lines.reduce((sum, line) => sum + (line[sex] ?? 0), 0)
  const people = sumOf('female') + sumOf('male')
  const figure = (row: Row, sex: 'female' | 'male') => (row === 'total' ? sumOf(sex) : (row[sex] ?? '–'))
  return (
    <div className="space-y-2">
      <p className="font-bold tabular-nums">{t('places.population.year', { year, people })}</p>
      <Table<Row>
        caption={t('places.population.year', { year, people })}
        rows={[...lines, 'total']}
        rowKey={(row) => (row === 'total' ? row : `${row.ageFrom}-${row.ageTo}`)}
        columns={[
          {
            key: 'band',
            title: t('places.population.band'),
            isName: true,
            cell: (row) =>
              row === 'total'
                ? t('places.population.total')
                : row.ageTo === OLDEST
                  ? t('places.population.andOver', { from: row.ageFrom })
                  : t('places.population.range', { from: row.ageFrom, to: row.ageTo }),
          },
          { key: 'female', title: t('places.sex.female'), cell: (row) => figure(row, 'female') },
          { key: 'male', title: t('places.sex.male'), cell: (row) => figure(row, 'male') },
          {
            key: 'both',
            title: t('places.population.total'),
            cell: (row) => (row === 'total' ? people : (row.female ?? 0) + (row.male ?? 0)),
          },
        ]}
      />
      <p className="text-quiet">{t('places.population.source', { source })}</p>
    </div>
  )
}
