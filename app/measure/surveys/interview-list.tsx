import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import type { UnitGroup, UnitLine } from './interview-view'

/** The interviewer's units of one wave, by community. */
export function InterviewList({ groups }: { groups: UnitGroup[] }) {
  const { t } = useTranslation()
  return groups.map(({ key, waveName, fieldTo, clusterName, units }) => (
    <section key={key} className="space-y-3">
      <h2 className="text-xl">
        <span lang="zh-CN">{clusterName ?? waveName}</span>
      </h2>
      <p className="text-quiet">
        {clusterName && (
          <>
            <span lang="zh-CN">{waveName}</span>
            {t('common.listSeparator')}
          </>
        )}
        {t('answering.interview.until', { day: fieldTo })}
      </p>
      <Table
        caption={t('answering.interview.title')}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { key: 'code', title: t('answering.interview.code'), isName: true, cell: (unit) => <UnitLink unit={unit} /> },
          { key: 'number', title: t('answering.interview.number'), cell: ({ number }) => number ?? '—' },
          {
            key: 'state',
            title: t('answering.interview.state'),
            cell: ({ disposition }) => t(`answering.disposition.${disposition}`),
          },
          { key: 'visits', title: t('answering.interview.visits'), cell: ({ visits }) => visits },
        ]}
      />
    </section>
  ))
}

const UnitLink = ({ unit: { id, code } }: { unit: UnitLine }) => (
  <a href={`/desk/interviews/${id}`} className="inline-flex min-h-11 items-center tracking-wider">
    {code}
  </a>
)
