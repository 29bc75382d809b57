import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { RowView } from './import-page.server'
import { isProblem } from './import-problem'

/** Each fault in a sentence: which column, what stands there, what to do. */
export function FaultList({ faults }: { faults: RowView['faults'] }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-1">
      {faults.map(({ column, value, problem }) => (
        <li key={`${column} ${problem}`}>
          <MixedText
            text={
              isProblem(problem) ? t(`rosters.fault.${problem}`, { column: column ?? '', value: value ?? '' }) : problem
            }
          />
        </li>
      ))}
    </ul>
  )
}
