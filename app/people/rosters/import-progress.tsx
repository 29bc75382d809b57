import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Script } from '#app/ui/script'
import importProgress from './import-progress.browser.js?url'
import type { ImportLine } from './import-records.server'

/** Until the number of rows is known there is nothing to fill it with. */
const BAR =
  'block h-4 w-full appearance-none overflow-hidden rounded-lg border border-line bg-sand [&::-webkit-progress-bar]:bg-sand [&::-webkit-progress-value]:bg-fire [&::-moz-progress-bar]:bg-fire indeterminate:animate-pulse'

type Props = { line: Pick<ImportLine, 'id' | 'status' | 'rowsRead' | 'rowsChecked'> }

/** How far the work is. A script moves the bar and shows the page anew at the end; without it there is a link. */
export function ImportProgress({ line: { id, status, rowsRead, rowsChecked } }: Props) {
  const { t } = useTranslation()
  const working = status === 'reading' || status === 'applying' ? status : 'checking'
  return (
    <section
      className="card space-y-4 p-4 sm:p-6"
      data-progress={`/desk/imports/${id}/progress`}
      aria-labelledby="working"
    >
      <h2 id="working" className="text-xl">
        {t(`rosters.import.work.${working}`)}
      </h2>
      <progress
        aria-labelledby="working"
        className={BAR}
        {...(status === 'checking' ? { value: rowsChecked, max: Math.max(1, rowsRead) } : {})}
      />
      <dl className="flex flex-wrap gap-x-6 tabular-nums">
        <div className="flex gap-2">
          <dt>{t('rosters.import.work.read')}</dt>
          <dd data-rows-read className="font-bold">
            {rowsRead}
          </dd>
        </div>
        <div className="flex gap-2">
          <dt>{t('rosters.import.work.checked')}</dt>
          <dd data-rows-checked className="font-bold">
            {rowsChecked}
          </dd>
        </div>
      </dl>
      <Notice tone="plain">
        <p>{t('rosters.import.work.leave')}</p>
        <a href={`/desk/imports/${id}`} className="inline-flex min-h-11 items-center font-bold">
          {t('rosters.import.work.look')}
        </a>
      </Notice>
      <Script src={importProgress} />
    </section>
  )
}
