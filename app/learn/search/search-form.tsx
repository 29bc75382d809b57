import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import { SEARCH_PATH, searchHref } from './search-query'

/** The box. It only changes the address, so that what was found can be kept as a bookmark or passed on. */
export function SearchForm({ query }: { query: string }) {
  const { t } = useTranslation()
  return (
    <search>
      <form method="get" action={SEARCH_PATH} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-40">
          <TextField name="q" type="search" label={t('search.label')} defaultValue={query} />
        </div>
        <Button>{t('search.button')}</Button>
      </form>
    </search>
  )
}

/** Words that find something, for whoever does not know what to type. */
export function SearchExamples() {
  const { t } = useTranslation()
  return (
    <ul className="flex flex-wrap gap-2">
      {t('search.examples', { returnObjects: true }).map((example) => (
        <li key={example}>
          <a
            href={searchHref(example)}
            className="inline-flex min-h-11 items-center rounded-lg border border-line bg-sheet px-3 text-ink no-underline hover:bg-sand"
          >
            {example}
          </a>
        </li>
      ))}
    </ul>
  )
}
