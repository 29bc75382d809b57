import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { sessionSecret } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator, writeDay } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { progressOverview } from '#app/learn/progress/overview.server'
import { ProgressLists } from '#app/learn/progress/progress-lists'
import { CODE_DAYS, displayCode } from '#app/people/learners/code'
import { issueCode, rememberRegion } from '#app/people/learners/learners.server'
import { learnerCookie, learnerOf } from '#app/people/learners/session.server'
import { PlaceForm } from '#app/people/places/place-form'
import { listStreets } from '#app/people/places/regions.server'
import { Button, ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await learnerOf(store, request)
  const { locale } = viewOf(request)
  const joined = new URL(request.url).searchParams.has('joined')
  return {
    title: translator(locale).t('progress.title'),
    progress: learner
      ? await progressOverview(store, { learnerId: learner.id, catalog, locale, now: new Date() })
      : null,
    streets: await listStreets(store),
    regionId: learner?.regionId ?? null,
    joined,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const intent = textField(form, 'intent')
  const learner = await learnerOf(store, request)
  const now = new Date()
  if (intent === 'code') {
    if (!learner) return notFound()
    const { code, expiresAt } = await issueCode(store, learner.id, { secret: sessionSecret, now })
    return data({ code: displayCode(code), until: writeDay(expiresAt, viewOf(request).locale) })
  }
  if (intent !== 'place') return badRequest()
  const regionId = textField(form, 'region') || null
  if (regionId && !(await listStreets(store)).some(({ id }) => id === regionId)) return badRequest()
  const id = learner?.id ?? newId()
  await rememberRegion(store, { id, regionId }, now)
  return redirect('/me', { headers: { 'Set-Cookie': await learnerCookie(id) } })
}

export default function Me() {
  const { title, progress, streets, regionId, joined } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-8 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      {joined && (
        <Notice tone="good" live>
          <p>{t('progress.codeJoined')}</p>
        </Notice>
      )}
      {progress ? (
        <ProgressLists progress={progress} />
      ) : (
        <div className="card space-y-4 p-5">
          <p>{t('progress.empty')}</p>
          <ButtonLink href="/modules">{t('progress.emptyAction')}</ButtonLink>
        </div>
      )}
      <section aria-labelledby="device" className="card space-y-3 p-4">
        <h2 id="device" className="text-xl">
          {t('progress.codeTitle')}
        </h2>
        <p className="text-quiet">
          {progress ? t('progress.codeHint', { days: CODE_DAYS }) : t('progress.codeNeedsRecord')}
        </p>
        {made && (
          <Notice tone="good" title={t('progress.codeIs')} live>
            <p className="py-1 text-[min(1.5rem,7vw)] font-bold whitespace-nowrap tabular-nums">{made.code}</p>
            <p>{t('progress.codeUntil', { day: made.until })}</p>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          {progress && (
            <form method="post">
              <Button look="quiet" name="intent" value="code">
                {t(made ? 'progress.codeRemake' : 'progress.codeMake')}
              </Button>
            </form>
          )}
          <ButtonLink href="/me/continue" look="quiet">
            {t('progress.codeEnterTitle')}
          </ButtonLink>
        </div>
      </section>
      <PlaceForm streets={streets} chosen={regionId} />
      {progress && (
        <p>
          <a href="/me/data" className="inline-flex min-h-11 items-center">
            {t('progress.dataLink')}
          </a>
        </p>
      )}
    </div>
  )
}
