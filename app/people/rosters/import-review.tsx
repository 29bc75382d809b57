import { PAGE_SIZE } from '#app/http/list-query'
import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'
import { ApplyForm, CompleteForm } from './import-actions'
import { ChoiceForm } from './import-choices'
import { ImportRows } from './import-rows'
import { TABS } from './import-tabs'
import { Understood } from './import-understood'
import type { ReviewView } from './import-view.server'

/** The dry run: what was read, the rows by what would become of them, and at the bottom the button that writes. */
export function ImportReview({ view }: { view: ReviewView }) {
  const { t } = useTranslation()
  const { id, status, facts, sample, written, counts, isComplete } = view
  const isReady = status === 'ready'
  const mayLeave = isReady && facts.rowsRead > 0
  return (
    <>
      {isReady && (
        <Notice tone="caution" title={t('rosters.import.page.readyTitle')}>
          <p>{t('rosters.import.page.ready')}</p>
        </Notice>
      )}
      <Understood facts={facts} sample={sample} />
      <RowTabs view={view} />
      <p>
        {view.isFileKept ? (
          <a href={`/desk/imports/${id}/errors.xlsx`} className="inline-flex min-h-11 items-center font-bold">
            {t('rosters.import.file.errors')}
          </a>
        ) : (
          t('rosters.import.file.expired')
        )}
      </p>
      {mayLeave && <CompleteForm leaving={written.leaving} faults={counts.fault ?? 0} isComplete={isComplete} />}
      {isReady && <ApplyForm {...written} />}
    </>
  )
}

const TAB = 'flex min-h-12 items-center gap-2 rounded-lg border-2 px-3 no-underline'

function RowTabs({ view }: { view: ReviewView }) {
  const { t } = useTranslation()
  const { tab, counts, rows, page, total, status, facts } = view
  const shown = TABS.filter((name) => name === tab || (counts[name] ?? 0) > 0)
  const hrefOf = (next: number) => `?tab=${tab}${next > 1 ? `&page=${next}` : ''}#rows`
  const pager = <Pager page={page} pageSize={PAGE_SIZE} total={total} hrefOf={hrefOf} />
  return (
    <section aria-labelledby="rows" className="space-y-4">
      <h2 id="rows" className="text-xl">
        {t('rosters.import.tab.label')}
      </h2>
      <nav aria-labelledby="rows" className="flex flex-wrap gap-2">
        {shown.map((name) => (
          <a
            key={name}
            href={`?tab=${name}#rows`}
            aria-current={name === tab ? 'page' : undefined}
            className={`${TAB} ${name === tab ? 'border-fire font-bold text-fire' : 'border-line bg-sheet text-ink'}`}
          >
            {t(`rosters.import.tab.${name}`)}
            <span className="tabular-nums">{counts[name] ?? 0}</span>
          </a>
        ))}
      </nav>
      <p>{t(`rosters.import.tabText.${tab}`)}</p>
      {rows.length === 0 ? (
        <Notice tone="plain" title={t('rosters.import.tabText.none')} />
      ) : (
        <>
          {pager}
          {tab === 'conflict' || tab === 'duplicate' ? (
            <ChoiceForm rows={rows} page={page} tab={tab} isOpen={status === 'ready'} />
          ) : (
            <ImportRows rows={rows} tab={tab} namesUnits={facts.organizationId === null} />
          )}
          {total > PAGE_SIZE && pager}
        </>
      )}
    </section>
  )
}
