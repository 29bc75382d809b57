import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog, findModule } from '#app/content/catalog.server'
import { lessonView } from '#app/content/lesson'
import { LessonSection } from '#app/content/lesson-section'
import { PageReview } from '#app/content/page-review'
import { partsOf } from '#app/content/part-hashes.server'
import { pageReviewOf } from '#app/content/review-state'
import { newestReview } from '#app/content/reviews.server'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { useTranslation } from '#app/i18n/use-translation'
import { OPEN_DAYS } from '#app/learn/quiz/rule'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Phrases } from '#app/ui/phrases'
import readAloud from '#app/ui/read-aloud.browser.js?url'
import { Script } from '#app/ui/script'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  const review = pageReviewOf(partsOf(module), await newestReview(store, module.id))
  const lesson = lessonView(module, catalog.sources, viewOf(request).locale, review)
  return { title: lesson.title, description: lesson.summary, lesson }
}

export default function Lesson() {
  const { lesson } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article className="page reading space-y-6 pt-8">
      <header className="space-y-4">
        <h1 className="title" lang={lesson.locale}>
          <Phrases text={lesson.title} />
        </h1>
        <p className="text-lg" lang={lesson.locale}>
          {lesson.summary}
        </p>
        <p className="text-quiet">
          {t('home.minutes', { count: lesson.minutes })} · {t('home.questions', { count: lesson.quiz.draw })}
        </p>
        {lesson.isFallback && (
          <Notice tone="plain">
            <p>{t('common.fallback')}</p>
          </Notice>
        )}
        <section aria-labelledby="goals" className="rounded-lg bg-sand p-4">
          <h2 id="goals" className="text-xl">
            {t('lesson.goals')}
          </h2>
          <ul className="mt-2 list-disc space-y-1 pl-6" lang={lesson.locale}>
            {lesson.goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </section>
        <nav aria-labelledby="contents" className="no-print">
          <h2 id="contents" className="text-xl">
            {t('lesson.contents')}
          </h2>
          <ol className="mt-1 list-decimal pl-8 text-pretty" lang={lesson.locale}>
            {lesson.sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center py-1.5 leading-snug">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      {lesson.sections.map((section, index) => (
        <LessonSection key={section.id} section={section} number={index + 1} source={lesson} lang={lesson.locale} />
      ))}
      <PageReview review={lesson.review} />
      <section aria-labelledby="test" className="no-print space-y-3 rounded-xl border-2 border-fire bg-sheet p-5">
        <h2 id="test" className="text-2xl">
          {t('lesson.testTitle')}
        </h2>
        <p>{t('lesson.testText', lesson.quiz)}</p>
        <form method="post" action={`/modules/${lesson.moduleId}/quiz`}>
          <Button wide>{t('lesson.start')}</Button>
        </form>
        <p className="text-quiet">{t('lesson.startHint', { days: OPEN_DAYS })}</p>
      </section>
      <Script src={readAloud} />
    </article>
  )
}
