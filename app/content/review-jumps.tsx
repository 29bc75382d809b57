import { useTranslation } from '#app/i18n/use-translation'
import { PartBadge } from './review-parts'
import { StateBadge } from './review-table'
import type { ModuleToReview } from './review-view'

type Props = { module: ModuleToReview; canSign: boolean }

/** The parts of the page, each with how much of it still waits for a signature: on a phone the page is very long. */
export function ReviewJumps({ module: { opening, facts, sections, questions }, canSign }: Props) {
  const { t } = useTranslation()
  const parts = [
    { id: 'opening', of: [opening] },
    { id: 'facts', of: facts },
    { id: 'sections', of: sections },
    { id: 'questions', of: questions },
  ] as const
  return (
    <nav aria-labelledby="review-jumps" className="card reading mx-0 p-4">
      <h2 id="review-jumps" className="font-bold">
        {t('content.jumps.title')}
      </h2>
      <ul>
        {parts.map(({ id, of }) => {
          const waiting = of.filter(({ isSigned }) => !isSigned).length
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 pb-1">
              <Jump to={`review-${id}`}>{t(`content.${id}`)}</Jump>
              {waiting === 0 || of.length === 1 ? (
                <PartBadge isSigned={waiting === 0} />
              ) : (
                <StateBadge state="awaiting" text={t('content.jumps.waiting', { waiting, all: of.length })} />
              )}
            </li>
          )
        })}
        {canSign && (
          <li>
            <Jump to="review">{t('content.toForm')}</Jump>
          </li>
        )}
        <li>
          <Jump to="review-history">{t('content.history.title')}</Jump>
        </li>
      </ul>
    </nav>
  )
}

const Jump = ({ to, children }: { to: string; children: string }) => (
  <a href={`#${to}`} className="inline-flex min-h-11 items-center">
    {children}
  </a>
)
