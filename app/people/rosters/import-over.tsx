import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { UndoForm } from './import-actions'
import type { RefusedView, ReviewView } from './import-view.server'

/** A file that was not read, or whose work broke off: why, and the way to try again. */
export function ImportRefused({ view: { status, refusal } }: { view: RefusedView }) {
  const { t } = useTranslation()
  return (
    <>
      <Notice
        tone="bad"
        title={t(status === 'refused' ? 'rosters.import.page.refusedTitle' : 'rosters.import.page.interruptedTitle')}
      >
        {/* What is kept is the key of a sentence, written by this version or an earlier one. */}
        <p>{refusal ? t(refusal as 'sheets.refusals.empty') : t('rosters.import.page.interrupted')}</p>
      </Notice>
      <p>
        <ButtonLink href="/desk/imports/new">{t('rosters.import.page.again')}</ButtonLink>
      </p>
    </>
  )
}

/** What has become of an import that was confirmed, undone or given up. */
export function ImportOver({ view, left }: { view: ReviewView; left: number }) {
  const { t } = useTranslation()
  const { status, written, undoUntil, facts } = view
  if (status === 'undone')
    return (
      <Notice tone="good" live title={t('rosters.import.page.undoneTitle')}>
        {left > 0 && <p>{t('rosters.import.page.undoneLeft', { count: left })}</p>}
      </Notice>
    )
  if (status !== 'applied') return <Notice tone="plain" title={t('rosters.import.page.droppedTitle')} />
  const roster = facts.organizationId ? `?organization=${facts.organizationId}` : ''
  return (
    <>
      <Notice tone="good" live title={t('rosters.import.page.appliedTitle', { count: written.toWrite })}>
        <a href={`/desk/rosters${roster}`} className="inline-flex min-h-11 items-center font-bold">
          {t('rosters.import.page.roster')}
        </a>
      </Notice>
      <UndoForm until={undoUntil} />
    </>
  )
}
