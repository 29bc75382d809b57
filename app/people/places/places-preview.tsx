import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { type PreviewLine, PreviewPart } from './import-preview'
import type { PlacesPlan, YearOfRegion } from './places-plan'
import { peopleIn } from './places-plan'

/** What a file of places would change. */
export function PlacesPreview({ plan: { regions, populations } }: { plan: PlacesPlan }) {
  const { t } = useTranslation()
  const yearOf = ({ year, rows }: YearOfRegion) => ({ year, people: peopleIn(rows) })
  const yearLine = (one: YearOfRegion, text: string): PreviewLine => ({
    key: `${one.code} ${one.year}`,
    name: one.code,
    text,
  })
  return (
    <>
      {regions.added.some(({ level }) => level === 'district') && (
        <Notice tone="caution">
          <p>{t('places.preview.closesDemo')}</p>
        </Notice>
      )}
      <PreviewPart
        title={t('places.preview.regions')}
        added={regions.added.map(({ code, name, level }) => ({
          key: code,
          name,
          text: `${code} ${t(`places.level.${level}`)}`,
        }))}
        changed={regions.changed.map(({ code, name, before }) => ({
          key: code,
          name: code,
          text: t('places.preview.rename', { before, after: name }),
        }))}
        unchanged={regions.unchanged}
      />
      <PreviewPart
        title={t('places.preview.populations')}
        added={populations.added.map((one) => yearLine(one, t('places.preview.year', yearOf(one))))}
        changed={populations.changed.map((one) =>
          yearLine(one, t('places.preview.yearChange', { ...yearOf(one), before: peopleIn(one.before.rows) })),
        )}
        unchanged={populations.unchanged}
      />
    </>
  )
}
