import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { AnswerForm, SetAsideForm } from '#app/reach/feedback/answer-form'
import { answerForm, setAsideForm } from '#app/reach/feedback/feedback'
import { answerFeedback, findFeedback, setFeedbackAside } from '#app/reach/feedback/feedback-desk.server'
import { FeedbackText, HandledSoFar } from '#app/reach/feedback/feedback-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'feedback.read')
  const row = (await findFeedback(store, params.feedbackId ?? '')) ?? notFound()
  return {
    title: translator(viewOf(request).locale).t('feedback.desk.one'),
    desk: deskHead(account),
    row,
    mayAnswer: may(account.role, 'feedback.answer'),
    isSaved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { trail } = await requireAccount(store, request, 'feedback.answer')
  const row = (await findFeedback(store, params.feedbackId ?? '')) ?? notFound()
  const form = await readForm(request)
  const intent = textField(form, 'intent')
  if (intent === 'answer') {
    const read = readFields(form, answerForm)
    if (!read.ok) return data({ intent, ...read }, { status: 400 })
    await answerFeedback(store, trail, row, read.value)
  } else if (intent === 'setAside') {
    const read = readFields(form, setAsideForm)
    if (!read.ok) return data({ intent, ...read }, { status: 400 })
    await setFeedbackAside(store, trail, row, read.value.reason)
  } else return badRequest()
  return redirect(`/desk/feedback/${row.id}?saved`)
}

export default function OneFeedback() {
  const { title, row, mayAnswer, isSaved } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page reading space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {isSaved && !returned && row.status !== 'open' && (
        <Notice tone="good" live>
          <p>{t(`feedback.desk.saved.${row.publicText === null ? row.status : 'public'}`)}</p>
        </Notice>
      )}
      {returned && (
        <Notice tone="bad" live>
          <p>{t('desk.form.check', { count: Object.keys(returned.errors).length })}</p>
        </Notice>
      )}
      <FeedbackText row={row} />
      {mayAnswer ? (
        <>
          <AnswerForm row={row} returned={returned} />
          <SetAsideForm row={row} returned={returned} />
        </>
      ) : (
        <HandledSoFar row={row} />
      )}
      <a href="/desk/feedback" className="inline-flex min-h-11 items-center">
        {t('feedback.desk.back')}
      </a>
    </div>
  )
}
