import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { searchFor } from '#app/learn/search/search.server'
import { SearchExamples, SearchForm } from '#app/learn/search/search-form'
import { LONGEST_QUERY, readSearchQuery } from '#app/learn/search/search-query'
import { NothingFound, SearchResults } from '#app/learn/search/search-results'
import { learnerOf } from '#app/people/learners/session.server'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const { query, isCut } = readSearchQuery(request.url)
  const learner = query ? await learnerOf(store, request) : null
  const { t } = translator(locale)
  return {
    title: t('search.title'),
    description: t('search.lead'),
    query,
    isCut,
    answer: query ? await searchFor(store, { catalog, query, locale, learnerId: learner?.id ?? null }) : null,
  }
}

export default function Search() {
  const { title, query, isCut, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const hasFound = answer !== null && answer.lessons.length + answer.checklists.length > 0
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">{title}</h1>
      <SearchForm query={query} />
      {isCut && <p>{t('search.cut', { count: LONGEST_QUERY })}</p>}
      {hasFound && <SearchResults answer={answer} />}
      {answer !== null && !hasFound && <NothingFound query={query} shorter={answer.shorter} />}
      {answer === null && (
        <div className="space-y-3">
          {query !== '' && (
            <Notice tone="plain" live>
              <p>{t('search.noWords')}</p>
            </Notice>
          )}
          <p>{t('search.lead')}</p>
          <p>{t('search.try')}</p>
          <SearchExamples />
        </div>
      )}
      <p className="text-quiet">{t('search.explanations')}</p>
    </div>
  )
}
