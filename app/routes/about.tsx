import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: translator(viewOf(request).locale).t('about.title') }
}

export default function About() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <Part id="what" title={t('about.whatTitle')}>
        <p>{t('about.whatText')}</p>
      </Part>
      <Part id="keep" title={t('about.keepTitle')}>
        <List items={t('about.keep', { returnObjects: true })} />
      </Part>
      <Part id="not" title={t('about.notTitle')}>
        <List items={t('about.not', { returnObjects: true })} />
      </Part>
      <Part id="a11y" title={t('about.a11yTitle')}>
        <p>{t('about.a11yText')}</p>
      </Part>
      <Part id="review" title={t('about.reviewTitle')}>
        <p>{t('about.reviewText')}</p>
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
