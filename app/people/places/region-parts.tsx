/** The parts of a region's page that only show. */
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { PopulationTable } from './population-table'
import type { Population } from './populations.server'
import type { DeskRegion } from './regions.server'

type Named = { id: string; name: string }

/** Name, code and level, where it lies, and whether it is closed. */
export function RegionHead({ region, parent, into }: { region: DeskRegion; parent: Named | null; into: Named | null }) {
  const { t } = useTranslation()
  const { name, code, level, closedOn } = region
  return (
    <header className="space-y-1">
      {parent && (
        <p>
          {t('places.page.parent')}{' '}
          <a href={`/desk/places/${parent.id}`} lang="zh-CN" className="inline-flex min-h-11 items-center">
            {parent.name}
          </a>
        </p>
      )}
      <h1 className="title" lang="zh-CN">
        {name}
      </h1>
      <p className="text-quiet tabular-nums">
        {t(`places.level.${level}`)} · {code}
        {closedOn && ` · ${t('places.closedOn', { day: closedOn })}`}
      </p>
      {into && (
        <p>
          <a href={`/desk/places/${into.id}`} className="inline-flex min-h-11 items-center">
            <MixedText text={t('places.mergedInto', { name: into.name })} />
          </a>
        </p>
      )}
    </header>
  )
}

type PopulationProps = { regionId: string; populations: Population[]; canWrite: boolean }

/** The newest year, and the others folded up. */
export function RegionPopulation({ regionId, populations, canWrite }: PopulationProps) {
  const { t } = useTranslation()
  const [newest, ...others] = populations
  const form = `/desk/places/${regionId}/population`
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t('places.page.people')}</h2>
      {newest ? <PopulationTable {...newest} /> : <p className="text-quiet">{t('places.population.none')}</p>}
      {canWrite && (
        <p>
          <a
            href={newest ? `${form}?year=${newest.year}` : form}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {t('places.population.edit')}
          </a>
        </p>
      )}
      {others.length > 0 && (
        <details className="space-y-4">
          <summary className="min-h-11 py-2">{t('places.population.otherYears')}</summary>
          {others.map((population) => (
            <div key={population.year}>
              <PopulationTable {...population} />
              {canWrite && (
                <a href={`${form}?year=${population.year}`} className="inline-flex min-h-11 items-center">
                  {t('places.population.change')}
                </a>
              )}
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

/** The places directly below, open ones and closed ones. */
export function ChildPlaces({ rows }: { rows: DeskRegion[] }) {
  const { t } = useTranslation()
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t('places.page.children')}</h2>
      {rows.length === 0 ? (
        <p className="text-quiet">{t('places.page.noChildren')}</p>
      ) : (
        <ul className="names">
          {rows.map(({ id, name, closedOn }) => (
            <li key={id} className="card px-4">
              <a href={`/desk/places/${id}`} className="flex min-h-12 flex-wrap items-center gap-x-2">
                <span lang="zh-CN">{name}</span>
                {closedOn && <span className="text-quiet">{t('places.filter.closed')}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** How many organizations there are in it, and the way to them. */
export function RegionOrganizations({ code, count }: { code: string; count: number }) {
  const { t } = useTranslation()
  return (
    <section className="space-y-1">
      <h2 className="text-xl">{t('places.page.organizations')}</h2>
      <p>{t('places.page.organizationCount', { count })}</p>
      {count > 0 && (
        <a href={`/desk/organizations?region=${code}`} className="inline-flex min-h-11 items-center font-bold">
          {t('places.page.seeOrganizations')}
        </a>
      )}
    </section>
  )
}
