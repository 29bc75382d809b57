import { useTranslation } from '#app/i18n/use-translation'
import { Section } from '#app/people/accounts/section'
import type { Figure } from './estimate-result'
import { stateOf } from './estimate-state'
import { shareWords } from './figure-words'
import { saidText } from './said-text'

type Kept = { id: string; created: string; overall: Figure; publishedAt: Date | null; withdrawnAt: Date | null }

/** The estimates of a wave that are kept already; nothing when there are none. */
export function KeptList({ rows }: { rows: Kept[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <Section id="kept" title={t('estimates.workbench.kept')}>
      <ul className="space-y-1">
        {rows.map((row) => (
          <li key={row.id}>
            <a
              href={`/desk/estimates/${row.id}`}
              className="inline-flex min-h-11 flex-wrap items-center gap-x-3 tabular-nums"
            >
              <span>{row.created}</span>
              <span>{saidText(t, shareWords(row.overall))}</span>
              <span>{t(`estimates.state.${stateOf(row)}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
