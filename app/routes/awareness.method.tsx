import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'

const PARTS = [
  'overall',
  'mastery',
  'composite',
  'sample',
  'response',
  'weight',
  'interval',
  'verdict',
  'trend',
  'valid',
  'tier',
  'learner',
  'heldOut',
  'small',
  'check',
] as const

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: translator(viewOf(request).locale).t('awareness.method.title') }
}

export default function Method() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p className="text-lg">{t('awareness.method.lead')}</p>
      {PARTS.map((part) => (
        <section key={part} aria-labelledby={part} className="space-y-2">
          <h2 id={part} className="text-xl">
            {t(`awareness.method.${part}Title`)}
          </h2>
          <p>{t(`awareness.method.${part}Text`)}</p>
        </section>
      ))}
      <ButtonLink href="/awareness" look="quiet">
        {t('awareness.title')}
      </ButtonLink>
    </article>
  )
}
