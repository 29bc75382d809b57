import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { readListQuery } from '#app/http/list-query'
import { readFields } from '#app/http/read-fields'
import { safeReturnPath } from '#app/http/return-path'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { AnsweredList } from '#app/reach/feedback/answered-list'
import { ANSWERS_A_PAGE, feedbackForm } from '#app/reach/feedback/feedback'
import { listAnswered, submitFeedback } from '#app/reach/feedback/feedback.server'
import { FEEDBACK_PATH } from '#app/reach/feedback/feedback-box'
import { FeedbackFields } from '#app/reach/feedback/feedback-fields'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Pager } from '#app/ui/pager'

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { page } = readListQuery(request.url)
  return {
    title: translator(viewOf(request).locale).t('feedback.title'),
    about: safeReturnPath(searchParams.get('about') ?? FEEDBACK_PATH),
    isSent: searchParams.has('sent'),
    answered: await listAnswered(store, page),
    page,
  }
}

/** How often somebody may write is limited by address in server.mjs. */
export async function action({ request }: ActionFunctionArgs) {
  const read = readFields(await readForm(request), feedbackForm)
  if (read.ok) {
    await submitFeedback(store, { ...read.value, now: new Date() })
    return redirect(`${FEEDBACK_PATH}?sent`)
  }
  // No page of ours names a page of another site.
  if (read.errors.page) return badRequest()
  return data({ errors: read.errors, typed: read.typed }, { status: 400 })
}

export default function Feedback() {
  const { title, about, isSent, answered, page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  const writtenOn = failed?.typed.page ?? about
  return (
    <div className="page reading space-y-8 pt-8">
      <h1 className="title">{title}</h1>
      {isSent && !failed && (
        <Notice tone="good" title={t('feedback.sent.title')} live>
          <p>{t('feedback.sent.text')}</p>
        </Notice>
      )}
      <form method="post" action={FEEDBACK_PATH} className="card space-y-4 p-4">
        <p>{t('feedback.lead')}</p>
        <p className="font-bold">{t('feedback.urgent')}</p>
        {failed && (
          <p role="alert" className="font-bold text-fire">
            {t('desk.form.check', { count: Object.keys(failed.errors).length })}
          </p>
        )}
        {writtenOn !== FEEDBACK_PATH && (
          <p className="break-words text-quiet">{t('feedback.about', { page: writtenOn })}</p>
        )}
        <FeedbackFields page={writtenOn} typed={failed?.typed} errors={failed?.errors} />
        <Button>{t('feedback.send')}</Button>
      </form>
      <section aria-labelledby="answers" className="space-y-4">
        <h2 id="answers" className="text-xl">
          {t('feedback.answered.title')}
        </h2>
        {answered.total === 0 ? (
          <p>{t('feedback.answered.none')}</p>
        ) : (
          <>
            <AnsweredList rows={answered.rows} />
            <Pager
              page={page}
              pageSize={ANSWERS_A_PAGE}
              total={answered.total}
              hrefOf={(other) => `${FEEDBACK_PATH}?page=${other}`}
            />
          </>
        )}
      </section>
    </div>
  )
}
