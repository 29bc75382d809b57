import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator, writeDay } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { forgetLearner, readOwnData } from '#app/learn/progress/own-data.server'
import { learnerOf, noLearnerCookie } from '#app/people/learners/session.server'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await learnerOf(store, request)
  const own = learner ? await readOwnData(store, learner) : null
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('progress.data.title'),
    isForgotten: new URL(request.url).searchParams.has('forgotten'),
    own: own && {
      place: own.place,
      attempts: own.attempts.length,
      completions: own.completions.length,
      organizations: own.organizations.map(({ organization, joinedAt, leftAt }) => ({
        organization,
        day: writeDay(joinedAt, locale),
        leftDay: leftAt && writeDay(leftAt, locale),
      })),
    },
  }
}

/** Deletes, once the learner has said that they know what it means. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const learner = (await learnerOf(store, request)) ?? notFound()
  if (form.get('understood') !== 'yes') return data({ isUnconfirmed: true }, { status: 400 })
  await forgetLearner(store, learner.id, new Date())
  return redirect('/me/data?forgotten', { headers: { 'Set-Cookie': await noLearnerCookie() } })
}

export default function OwnData() {
  const { title, own, isForgotten } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      {isForgotten && !own && (
        <Notice tone="good" live>
          <p>{t('progress.data.forgotten')}</p>
        </Notice>
      )}
      {own ? <p>{t('progress.data.lead')}</p> : !isForgotten && <p>{t('progress.data.none')}</p>}
      {own && (
        <>
          <dl className="card space-y-2 p-4">
            <Kept name={t('progress.data.place')} value={own.place ?? t('progress.data.placeNone')} />
            <Kept
              name={t('progress.data.attempts')}
              value={t('progress.data.attemptsCount', { count: own.attempts })}
            />
            <Kept
              name={t('progress.data.completions')}
              value={t('progress.data.completionsCount', { count: own.completions })}
            />
            {own.organizations.map(({ organization, day, leftDay }) => (
              <Kept
                key={`${organization} ${day} ${leftDay}`}
                name={t('progress.data.organization')}
                value={t(leftDay ? 'progress.data.organizationLeft' : 'progress.data.organizationSince', {
                  organization,
                  day,
                  leftDay,
                })}
              />
            ))}
          </dl>
          {own.organizations.length > 0 && <p>{t('progress.data.organizationHint')}</p>}
          <ButtonLink href="/me/data/download" look="quiet">
            {t('progress.data.download')}
          </ButtonLink>
          <form method="post" className="card space-y-3 border-fire p-4">
            <h2 className="text-xl">{t('progress.data.forgetTitle')}</h2>
            <p>{t('progress.data.forgetText')}</p>
            {refused && (
              <p className="font-bold text-fire" role="alert">
                {t('progress.data.forgetNotConfirmed')}
              </p>
            )}
            <label className="choice">
              <input type="checkbox" name="understood" value="yes" />
              {t('progress.data.forgetConfirm')}
            </label>
            <Button look="secondary">{t('progress.data.forget')}</Button>
          </form>
        </>
      )}
    </div>
  )
}

function Kept({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-quiet">{name}</dt>
      <dd>
        <MixedText text={value} />
      </dd>
    </div>
  )
}
