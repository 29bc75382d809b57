import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { partsOf } from '#app/content/part-hashes.server'
import { reviewOf } from '#app/content/review-state'
import { newestReview } from '#app/content/reviews.server'
import { moduleAt } from '#app/content/versions.server'
import { isId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { readAnswers, saveAnswers } from '#app/learn/quiz/answers.server'
import { findAttempt } from '#app/learn/quiz/attempts.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { paperView, resultView } from '#app/learn/quiz/paper'
import { QuizForm } from '#app/learn/quiz/quiz-form'
import { readAnswerForm } from '#app/learn/quiz/read-answers'
import { ResultReport } from '#app/learn/quiz/result-report'
import { OPEN_DAYS } from '#app/learn/quiz/rule'
import { learnerOf } from '#app/people/learners/session.server'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const attempt = await ownAttempt(request, params.attemptId)
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  const module = await moduleAt(store, attempt.moduleId, attempt.contentVersion)
  const saved = await readAnswers(store, attempt.id)
  const trueFalse = { right: t('quiz.right'), wrong: t('quiz.wrong') }
  const { id, moduleId, kind, ruleVersion } = attempt
  if (!attempt.result) {
    const paper = paperView(attempt, module, saved, locale, trueFalse)
    const title = t(kind === 'quiz' ? 'quiz.title' : 'quiz.practiceTitle', { module: paper.moduleTitle })
    return { title, id, moduleId, kind, ruleVersion, isLate: false, paper, result: null }
  }
  // The questions of an old version are signed as far as they still read as what was signed last.
  const { signed } = reviewOf(partsOf(module), await newestReview(store, moduleId))
  const result = resultView(attempt, module, saved, locale, { sources: catalog.sources, trueFalse, signed })
  const title = t('quiz.result.title', { module: result.moduleTitle })
  return { title, id, moduleId, kind, ruleVersion, isLate: attempt.result.closedBy === 'deadline', paper: null, result }
}

/** The whole paper at once: saves what the form carries, then closes if that was asked for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const attempt = await ownAttempt(request, params.attemptId)
  const form = await readForm(request)
  const intent = textField(form, 'intent')
  if (intent !== 'save' && intent !== 'submit') return badRequest()
  const here = `/attempts/${attempt.id}`
  // Handed in before, or closed at its deadline: the first result stands.
  if (attempt.result) return redirect(here)
  const module = await moduleAt(store, attempt.moduleId, attempt.contentVersion)
  const read = readAnswerForm(form, attempt.items, module)
  if (!read.ok) return badRequest()
  const now = new Date()
  if (!(await saveAnswers(store, attempt, read.answers, now))) return redirect(here)
  if (read.repeated.length > 0) return data({ repeated: read.repeated }, { status: 400 })
  if (intent === 'save') return redirect(`${here}?saved`)
  await closeAttempt(store, attempt, { closedBy: 'learner', now })
  return redirect(here)
}

async function ownAttempt(request: Request, attemptId = '') {
  const learner = isId(attemptId) ? await learnerOf(store, request) : null
  if (!learner) return notFound()
  return (await findAttempt(store, { learnerId: learner.id, attemptId, now: new Date() })) ?? notFound()
}

export default function AttemptPage() {
  const { title, id, moduleId, kind, ruleVersion, isLate, paper, result } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isSaved = useSearchParams()[0].has('saved')
  const { t } = useTranslation()
  const isFallback = paper?.isFallback ?? result?.isFallback
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {isFallback && (
        <Notice tone="plain">
          <p>{t('common.fallback')}</p>
        </Notice>
      )}
      {paper && isSaved && !refused && (
        <Notice tone="good" live>
          <p>{t('quiz.savedNotice', { days: OPEN_DAYS })}</p>
        </Notice>
      )}
      {paper && <p>{t('quiz.intro')}</p>}
      {paper && <QuizForm attemptId={id} paper={paper} repeated={refused?.repeated ?? []} />}
      {result && (
        <ResultReport
          result={result}
          moduleId={moduleId}
          kind={kind}
          ruleVersion={ruleVersion}
          isLate={isLate}
          openDays={OPEN_DAYS}
        />
      )}
    </div>
  )
}
