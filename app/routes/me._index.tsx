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
import { displayCode } from '#app/people/learners/code'
import { issueCode } from '#app/people/learners/codes.server'
import { DeviceCode } from '#app/people/learners/device-code'
import { JoinedOrganizations } from '#app/people/learners/joined-organizations'
import { rememberRegion } from '#app/people/learners/learners.server'
import { listLinks } from '#app/people/learners/links.server'
import { learnerCookie, learnerOf } from '#app/people/learners/session.server'
import { PlaceForm } from '#app/people/places/place-form'
import { listStreets } from '#app/people/places/regions.server'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Phrases } from '#app/ui/phrases'

/** What has just been done, as the address says. */
const DONE = [
  { flag: 'joined', key: 'progress.codeJoined' },
  { flag: 'member', key: 'join.joined' },
  { flag: 'left', key: 'join.left' },
] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await learnerOf(store, request)
  const { locale } = viewOf(request)
  const flags = new URL(request.url).searchParams
  const links = learner ? await listLinks(store, learner.id) : []
  return {
    title: translator(locale).t('progress.title'),
    progress: learner
      ? await progressOverview(store, { learnerId: learner.id, catalog, locale, now: new Date() })
      : null,
    streets: await listStreets(store),
    regionId: learner?.regionId ?? null,
    done: DONE.find(({ flag }) => flags.has(flag))?.key ?? null,
    organizations: links.map(({ id, organizationName, joinedAt }) => ({
      id,
      organization: organizationName,
      day: writeDay(joinedAt, locale),
    })),
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
  const { title, progress, streets, regionId, done, organizations } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-8 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      {done && (
        <Notice tone="good" live>
          <p>{t(done)}</p>
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
      <JoinedOrganizations joined={organizations} />
      <DeviceCode hasRecord={progress !== null} made={made} />
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
