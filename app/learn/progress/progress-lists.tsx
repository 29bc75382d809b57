import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import type { ProgressOverview } from './overview.server'

/** A learner's own record, in the order in which it is useful: go on, practise, passed, recent. */
export function ProgressLists({ progress }: { progress: ProgressOverview }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-8">
      {progress.open.length > 0 && (
        <Part id="open" title={t('progress.openTitle')}>
          {progress.open.map(({ id, title, until }) => (
            <Row key={id} text={title} detail={t('progress.openItem', { day: until })}>
              <ButtonLink href={`/attempts/${id}`}>{t('progress.resume')}</ButtonLink>
            </Row>
          ))}
        </Part>
      )}
      {progress.wrong.length > 0 && (
        <Part id="wrong" title={t('progress.wrongTitle')}>
          {progress.wrong.map(({ moduleId, title, count }) => (
            <Row key={moduleId} text={title} detail={t('progress.wrongItem', { count })}>
              <form method="post" action={`/modules/${moduleId}/practice`}>
                <Button look="secondary">{t('progress.practice')}</Button>
              </form>
            </Row>
          ))}
        </Part>
      )}
      <Part
        id="done"
        title={t('progress.doneTitle')}
        hint={t('progress.doneCount', { total: progress.modules, done: progress.done })}
      >
        {progress.passed.map(({ moduleId, title, ...pass }) => (
          <Row key={moduleId} text={title} detail={t('progress.doneItem', pass)} isDone />
        ))}
      </Part>
      {progress.recent.length > 0 && (
        <Part id="recent" title={t('progress.recentTitle')}>
          {progress.recent.map(({ id, title, kind, correctCount, itemCount }) => (
            <Row
              key={id}
              text={title}
              detail={`${t('progress.recentItem', { correct: correctCount, total: itemCount })}${kind === 'practice' ? ` · ${t('progress.practiceMark')}` : ''}`}
            >
              <ButtonLink href={`/attempts/${id}`} look="quiet">
                {t('progress.view')}
              </ButtonLink>
            </Row>
          ))}
        </Part>
      )}
    </div>
  )
}

function Part({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {hint && <p className="text-quiet">{hint}</p>}
      <ul className="space-y-3">{children}</ul>
    </section>
  )
}

function Row({
  text,
  detail,
  isDone,
  children,
}: {
  text: string
  detail?: string
  isDone?: boolean
  children?: ReactNode
}) {
  return (
    <li className="card flex flex-wrap items-center justify-between gap-3 p-4">
      <span className="min-w-0 flex-1 basis-52">
        <span className={isDone ? 'font-bold' : undefined}>
          {isDone && (
            <span aria-hidden="true" className="text-safe">
              ✓{' '}
            </span>
          )}
          <MixedText text={text} />
        </span>
        {detail && <span className="block text-quiet">{detail}</span>}
      </span>
      {children}
    </li>
  )
}
