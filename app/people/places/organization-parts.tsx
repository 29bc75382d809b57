/** The parts of an organization's page that only show. */
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { Organization } from './organizations.server'

type HeadProps = { organization: Organization; into: { id: string; name: string } | null; seesPlaces: boolean }

/** Name, kind and place, how many people it says it has, and whether it is closed. */
export function OrganizationHead({ organization, into, seesPlaces }: HeadProps) {
  const { t } = useTranslation()
  const { name, kind, region, regionId, staffCount, closedOn } = organization
  return (
    <header className="space-y-1">
      <h1 className="title" lang="zh-CN">
        {name}
      </h1>
      <p className="flex flex-wrap items-center gap-x-2">
        {t(`organizations.kind.${kind}`)} ·
        {seesPlaces ? (
          <a href={`/desk/places/${regionId}`} lang="zh-CN" className="inline-flex min-h-11 items-center">
            {region.name}
          </a>
        ) : (
          <span lang="zh-CN">{region.name}</span>
        )}
        {staffCount !== null && (
          <span className="tabular-nums">
            · {t('organizations.column.staff')} {t('organizations.people', { count: staffCount })}
          </span>
        )}
        {closedOn && <span className="text-quiet">· {t('places.closedOn', { day: closedOn })}</span>}
      </p>
      {into && (
        <p>
          <a href={`/desk/organizations/${into.id}`} className="inline-flex min-h-11 items-center">
            <MixedText text={t('places.mergedInto', { name: into.name })} />
          </a>
        </p>
      )}
    </header>
  )
}

/** How many people stand on its roster, and the way to it. */
export function RosterLink({ id, count, seesRosters }: { id: string; count: number; seesRosters: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="space-y-1">
      <h2 className="text-xl">{t('organizations.page.roster')}</h2>
      <p>{t('organizations.page.rosterCount', { count })}</p>
      {seesRosters && (
        <a href={`/desk/rosters?organization=${id}`} className="inline-flex min-h-11 items-center font-bold">
          {t('organizations.page.seeRoster')}
        </a>
      )}
    </section>
  )
}
