import { Fragment } from 'react'
import type { Part } from '#app/content/search-excerpt'
import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { Result, SearchAnswer } from './results'
import { SearchExamples } from './search-form'
import { searchHref } from './search-query'

/** What was found, lessons apart from checklists. */
export function SearchResults({ answer: { lessons, checklists, more, match } }: { answer: SearchAnswer }) {
  const { t } = useTranslation()
  const count = lessons.length + checklists.length
  return (
    <div className="space-y-6">
      <p role="status">
        {match === 'some' ? t('search.some', { count: count + more }) : t('search.found', { count: count + more })}
      </p>
      <Group id="lessons" title={t('search.lessons')} results={lessons} />
      <Group id="checklists" title={t('search.checklists')} results={checklists} />
      {more > 0 && <p>{t('search.more', { count: more })}</p>}
    </div>
  )
}

function Group({ id, title, results }: { id: string; title: string; results: Result[] }) {
  if (results.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <ul className="mt-2 space-y-3">
        {results.map((result) => (
          <li key={result.id} className="card p-4">
            <ResultText result={result} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ResultText({ result: { kind, href, locale, title, excerpt, within } }: { result: Result }) {
  const { t } = useTranslation()
  return (
    <>
      <a href={href} lang={locale} className="inline-flex min-h-11 items-center text-lg font-bold">
        <span>
          <Parts parts={title} />
        </span>
      </a>
      <p className="text-quiet">
        {t(`search.kind.${kind}`)}
        {within !== '' && (
          <>
            {' · '}
            <span lang={locale}>{within}</span>
          </>
        )}
      </p>
      <p className="mt-1" lang={locale}>
        <Parts parts={excerpt} />
      </p>
    </>
  )
}

/** Hits stand in <mark>. */
function Parts({ parts }: { parts: Part[] }) {
  return parts.map(({ text, isHit }, index) => {
    const look = isHit ? { className: 'border-b-2 border-amber bg-amber-soft text-inherit' } : {}
    const Tag = isHit ? 'mark' : Fragment
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <Tag key={index} {...look}>
        {text}
      </Tag>
    )
  })
}

/** Nothing found: what else can be done. */
export function NothingFound({ query, shorter }: { query: string; shorter: string[] }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-4">
      <Notice tone="plain" live>
        <p className="break-words font-bold">
          <MixedText text={t('search.none.title', { query })} />
        </p>
        <p>{t('search.none.text')}</p>
      </Notice>
      {shorter.length > 0 && (
        <div>
          <p>{t('search.none.shorter')}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {shorter.map((word) => (
              <li key={word}>
                <a href={searchHref(word)} className="inline-flex min-h-11 items-center px-2">
                  <MixedText text={word} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p className="mb-2">{t('search.none.examples')}</p>
        <SearchExamples />
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/modules" look="secondary">
          {t('search.none.all')}
        </ButtonLink>
        <ButtonLink href="/feedback?about=/search" look="quiet">
          {t('search.none.feedback')}
        </ButtonLink>
      </div>
    </div>
  )
}
