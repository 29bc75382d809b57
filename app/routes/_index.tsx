import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AudienceForm } from '#app/content/audience-form'
import { catalog } from '#app/content/catalog.server'
import { moduleCard } from '#app/content/lesson'
import { ModuleCards } from '#app/content/module-cards'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale, audience } = viewOf(request)
  const { t } = translator(locale)
  return {
    title: '',
    description: t('home.lead'),
    audiences: Object.keys(catalog.audiences),
    audience: audience && Object.hasOwn(catalog.audiences, audience) ? audience : null,
    modules: catalog.modules.map((module) => moduleCard(module, locale)),
  }
}

export default function Home() {
  const { audiences, audience, modules } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <aside className="bg-fire text-white">
        <div className="page flex flex-wrap items-center justify-between gap-3 py-3">
          <p>
            <strong>{t('common.emergency.title')}</strong> {t('common.emergency.text')}
          </p>
          <a
            href="tel:119"
            className="inline-flex min-h-11 items-center rounded-lg bg-white px-4 font-bold text-fire no-underline"
          >
            {t('common.emergency.call')}
          </a>
        </div>
      </aside>
      <div className="page space-y-10 pt-8">
        <div className="space-y-3">
          <h1 className="title">
            <Phrases text={t('home.title')} />
          </h1>
          <p className="reading mx-0 text-lg">{t('home.lead')}</p>
          {audience && (
            <ButtonLink href={`/for/${audience}`}>
              {t('home.continue', { audience: t(`home.audiences.${audience as 'resident'}`) })}
            </ButtonLink>
          )}
        </div>
        <section aria-labelledby="who" className="space-y-3">
          <h2 id="who" className="text-2xl">
            {t('home.who')}
          </h2>
          <p className="text-quiet">{t('home.whoHint')}</p>
          <AudienceForm audiences={audiences} chosen={audience} />
        </section>
        <section aria-labelledby="all" className="space-y-4">
          <h2 id="all" className="text-2xl">
            {t('home.all')}
          </h2>
          <ModuleCards modules={modules} />
        </section>
        <section aria-labelledby="survey" className="card flex flex-wrap items-center justify-between gap-4 p-5">
          <div>
            <h2 id="survey" className="text-xl">
              {t('home.surveyTitle')}
            </h2>
            <p>{t('home.surveyText')}</p>
          </div>
          <ButtonLink href="/survey/open" look="secondary">
            {t('home.surveyAction')}
          </ButtonLink>
        </section>
      </div>
    </>
  )
}
