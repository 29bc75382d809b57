import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { RowView } from './import-page.server'
import { isProblem } from './import-problem'

/** Each fault: which column, what stands there, what to do. */
export function FaultList({ faults }: { faults: RowView['faults'] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1">
      {faults.map(({ column, value, problem }) => (
        <li key={`${column} ${problem}`}>
          {column && (
            <span className="font-bold">
              <MixedText text={value === null ? column : t('rosters.import.row.fault', { column, value })} />
              {': '}
            </span>
          )}
          <MixedText text={isProblem(problem) ? t(`rosters.fault.${problem}`) : problem} />
        </li>
      ))}
    </ul>
  )
}
