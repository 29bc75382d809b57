import { useTranslation } from '#app/i18n/use-translation'
import type { FirstStep } from './first-steps.server'

/** What to do first, in order; what has been begun says how far. */
export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="first" className="card space-y-2 p-4">
      <h2 id="first" className="text-xl">
        {t('desk.home.first')}
      </h2>
      <ol className="list-decimal space-y-1 pl-6">
        {steps.map(({ id, href, count }) => (
          <li key={id}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {t(`desk.home.step.${id}`)}
            </a>{' '}
            <span className={count > 0 ? 'text-safe' : 'text-quiet'}>
              {count > 0 ? t('desk.home.done', { count }) : t('desk.home.todo')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
