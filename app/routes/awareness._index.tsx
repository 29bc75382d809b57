import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { readTallies } from '#app/learn/quiz/tallies.server'
import { awarenessPage } from '#app/measure/awareness/awareness-page'
import { LearnerPanel } from '#app/measure/awareness/learner-panel'
import { listPublished } from '#app/measure/awareness/published.server'
import { type PublishedPage, publishedPage } from '#app/measure/awareness/published-page'
import { PublishedPanel } from '#app/measure/awareness/published-panel'
import { SurveyPanel } from '#app/measure/awareness/survey-panel'
import { openInstrument } from '#app/measure/surveys/open-instrument.server'
import { countResponses } from '#app/measure/surveys/open-survey.server'
import { listStreets } from '#app/people/places/regions.server'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const [tallies, responses, streets, published] = await Promise.all([
    readTallies(store),
    countResponses(store, openInstrument),
    listStreets(store),
    listPublished(store),
  ])
  const page = awarenessPage({ catalog, instrument: openInstrument, tallies, responses, streets, locale })
  return {
    title: translator(locale).t('awareness.title'),
    ...page,
    published: publishedPage({ catalog, published, locale }),
  }
}

export default function Awareness() {
  const { title, survey, learners, published } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page space-y-8 pt-8">
      <header className="space-y-3">
        <h1 className="title">
          <Phrases text={title} />
        </h1>
        <p className="text-lg">{t(leadOf(published))}</p>
        <p>
          <a href="/awareness/method" className="inline-flex min-h-11 items-center">
            {t('awareness.methodLink')}
          </a>
        </p>
      </header>
      {published ? <PublishedPanel page={published} /> : <p className="text-quiet">{t('awareness.published.none')}</p>}
      <SurveyPanel survey={survey} />
      <LearnerPanel learners={learners} />
    </div>
  )
}

function leadOf(published: PublishedPage | null) {
  if (!published) return 'awareness.lead'
  return published.about.wave.tier === 'P' ? 'awareness.published.lead' : 'awareness.published.leadQ'
}
