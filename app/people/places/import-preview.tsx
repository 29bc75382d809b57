import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'

/** One line of a preview: what it is about, and what would become of it. */
export type PreviewLine = { key: string; name: string; text: string }

type PartProps = { title: string; added: PreviewLine[]; changed: PreviewLine[]; unchanged: number }

/** What a file would do to one kind of thing: counts, and the first lines of what is new and what changes. Nothing of it: nothing. */
export function PreviewPart({ title, added, changed, unchanged }: PartProps) {
  const { t } = useTranslation()
  if (added.length + changed.length + unchanged === 0) return null
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{title}</h2>
      <dl className="card grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] gap-2 p-4 text-center">
        {[
          { label: t('places.preview.added'), count: added.length },
          { label: t('places.preview.changed'), count: changed.length },
          { label: t('places.preview.unchanged'), count: unchanged },
        ].map(({ label, count }) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-quiet">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      <Lines title={t('places.preview.changed')} lines={changed} isOpen />
      <Lines title={t('places.preview.added')} lines={added} isOpen={changed.length === 0} />
    </section>
  )
}

const MOST_SHOWN = 200

function Lines({ title, lines, isOpen }: { title: string; lines: PreviewLine[]; isOpen: boolean }) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <details className="card px-4" open={isOpen}>
      <summary className="min-h-11 py-2 font-bold">
        {title} {lines.length}
      </summary>
      {lines.length > MOST_SHOWN && (
        <p className="pb-2 text-quiet">{t('places.preview.shown', { count: MOST_SHOWN })}</p>
      )}
      <ul className="max-h-96 space-y-2 overflow-y-auto pb-4">
        {lines.slice(0, MOST_SHOWN).map(({ key, name, text }) => (
          <li key={key}>
            <span lang="zh-CN" className="font-bold">
              {name}
            </span>{' '}
            <span className="text-quiet tabular-nums">
              <MixedText text={text} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Confirming what the preview shows, or leaving it. */
export function ConfirmForm({ draftId, back, isNothing }: { draftId: string; back: string; isNothing: boolean }) {
  const { t } = useTranslation()
  if (isNothing)
    return (
      <div className="space-y-3">
        <p className="font-bold">{t('places.preview.nothing')}</p>
        <ButtonLink href={back} look="quiet">
          {t('desk.form.back')}
        </ButtonLink>
      </div>
    )
  return (
    <form method="post" className="flex flex-wrap gap-3">
      <input type="hidden" name="draft" value={draftId} />
      <Button name="intent" value="confirm">
        {t('places.preview.confirm')}
      </Button>
      <ButtonLink href={back} look="quiet">
        {t('places.preview.cancel')}
      </ButtonLink>
    </form>
  )
}
