import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import { FEWEST_INTERVIEWS, type Share } from './quality'
import type { QualityGroup } from './quality.server'

/** One row an interviewer, by name. Counts, not percentages: most of them are of few interviews. */
export function QualityTable({ groups }: { groups: QualityGroup[] }) {
  const { t } = useTranslation()
  const share = ({ count, of }: Share) => (of === 0 ? '—' : t('surveyFiles.quality.share', { count, of }))
  const nameOf = ({ name, login, group }: QualityGroup) =>
    name === null ? (
      t(group === 'file' ? 'surveyFiles.quality.byFile' : 'surveyFiles.quality.byWeb')
    ) : (
      <span lang="zh-CN">{login === null ? name : `${name}（${login}）`}</span>
    )
  return (
    <Table
      caption={t('surveyFiles.quality.caption')}
      rows={groups}
      rowKey={({ group }) => group}
      columns={[
        { key: 'name', title: t('surveyFiles.quality.name'), isName: true, cell: nameOf },
        { key: 'interviews', title: t('surveyFiles.quality.interviews'), cell: ({ interviews }) => interviews },
        {
          key: 'minutes',
          title: t('surveyFiles.quality.minutes'),
          cell: ({ medianSeconds }) => minutes(medianSeconds),
        },
        { key: 'fast', title: t('surveyFiles.quality.fast'), cell: ({ fast }) => share(fast) },
        { key: 'straight', title: t('surveyFiles.quality.straight'), cell: ({ straight }) => share(straight) },
        { key: 'alike', title: t('surveyFiles.quality.alike'), cell: ({ alike }) => share(alike) },
        ...(groups.every(({ unsure }) => unsure === null)
          ? []
          : [
              {
                key: 'unsure',
                title: t('surveyFiles.quality.unsure'),
                cell: ({ unsure }: QualityGroup) => unsure && share(unsure),
              },
            ]),
        { key: 'blank', title: t('surveyFiles.quality.blank'), cell: ({ blank }) => share(blank) },
        { key: 'proxy', title: t('surveyFiles.quality.proxy'), cell: ({ proxy }) => share(proxy) },
        { key: 'signs', title: t('surveyFiles.quality.look'), cell: (group) => <Signs group={group} /> },
      ]}
    />
  )
}

/** 4.5 */
export const minutes = (seconds: number | null): string => (seconds === null ? '—' : (seconds / 60).toFixed(1))

function Signs({ group: { interviews, signs } }: { group: QualityGroup }) {
  const { t } = useTranslation()
  if (interviews < FEWEST_INTERVIEWS) return <span className="text-quiet">{t('surveyFiles.quality.tooFew')}</span>
  if (signs.length === 0) return <span>{t('surveyFiles.quality.nothing')}</span>
  return (
    <ul className="space-y-1">
      {signs.map((sign) => (
        <li key={sign}>{t(`surveyFiles.quality.sign.${sign}`)}</li>
      ))}
    </ul>
  )
}
