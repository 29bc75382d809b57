import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog, findModule } from '#app/content/catalog.server'
import { moduleCard } from '#app/content/lesson'
import { ModuleCards } from '#app/content/module-cards'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const id = params.audience ?? ''
  const audience = Object.hasOwn(catalog.audiences, id) ? catalog.audiences[id] : undefined
  if (!audience) return notFound()
  const cards = (ids: string[]) => ids.map(findModule).flatMap((module) => (module ? moduleCard(module, locale) : []))
  return {
    title: t('home.audienceTitle', { audience: t(`home.audiences.${id as 'resident'}`) }),
    required: cards(audience.required),
    suggested: cards(audience.suggested),
  }
}

export default function AudienceModules() {
  const { title, required, suggested } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page space-y-8 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <section aria-labelledby="required" className="space-y-4">
        <h2 id="required" className="text-2xl">
          {t('home.required')}
        </h2>
        <ModuleCards modules={required} />
      </section>
      {suggested.length > 0 && (
        <section aria-labelledby="suggested" className="space-y-4">
          <h2 id="suggested" className="text-2xl">
            {t('home.suggested')}
          </h2>
          <ModuleCards modules={suggested} />
        </section>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/" look="quiet">
          {t('home.changeAudience')}
        </ButtonLink>
        <ButtonLink href="/modules" look="quiet">
          {t('home.all')}
        </ButtonLink>
      </div>
    </div>
  )
}
