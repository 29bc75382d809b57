import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { catalog, findModule } from '#app/content/catalog.server'
import { partsOf } from '#app/content/part-hashes.server'
import { reviewForm } from '#app/content/review-form'
import { ReviewForm, ReviewHistory, Standing } from '#app/content/review-forms'
import { ReviewJumps } from '#app/content/review-jumps'
import { FactsToReview, OpeningToReview, SectionsToReview } from '#app/content/review-parts'
import { QuestionsToReview } from '#app/content/review-questions'
import { decisions } from '#app/content/review-state'
import { moduleToReview } from '#app/content/review-view'
import { ASKED_EVERY_MS, listReviews, newestReview, reviewStatements } from '#app/content/reviews.server'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { isTaken } from '#app/db/store.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { audited } from '#app/people/audit/audit.server'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'content.read')
  const module = findModule(params.moduleId) ?? notFound()
  const { locale } = viewOf(request)
  const given = { sources: catalog.sources, parts: partsOf(module), newest: await newestReview(store, module.id) }
  const shown = moduleToReview(module, locale, given)
  return {
    title: translator(locale).t('content.one', { module: shown.opening.title }),
    desk: deskHead(account),
    module: shown,
    reviews: await listReviews(store, module.id),
    form: may(account.role, 'content.review') ? { reviewId: newId(), today: shanghaiDay(trail.now) } : null,
    savedSeconds: new URL(request.url).searchParams.has('saved') ? ASKED_EVERY_MS / 1000 : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'content.review')
  const module = findModule(params.moduleId) ?? notFound()
  const form = await readForm(request)
  const decision = decisions.find((one) => one === textField(form, 'intent')) ?? badRequest()
  const read = readFields(form, reviewForm(decision, shanghaiDay(trail.now)))
  if (!read.ok && 'reviewId' in read.errors) return badRequest()
  if (!read.ok) return data({ ...read, isStale: false }, { status: 400 })
  const { reviewId: id, version, name: reviewerName, unit: reviewerUnit, day, note } = read.value
  // What has changed is still to be read.
  const unread = { ...read.typed, hasRead: '' }
  if (version !== module.version) return data({ typed: unread, errors: {}, isStale: true }, { status: 409 })
  const review = { id, decision, reviewerName, reviewerUnit, day, note, accountId: account.id, at: trail.now }
  const deed = {
    action: decision === 'signed' ? ('content.signOff' as const) : ('content.return' as const),
    subject: { kind: 'module', id: module.id },
    detail: { version, day },
  }
  try {
    await audited(store, trail, deed, (tx) => reviewStatements(store, tx, module, review))
  } catch (error) {
    // Sent twice: the first one stands.
    if (!isTaken(error)) throw error
  }
  return redirect(`/desk/content/${module.id}?saved`)
}

export default function ContentReview() {
  const { title, module, reviews, form, savedSeconds } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const [newest = null] = reviews
  const problems = Object.keys(returned?.errors ?? {}).length
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {savedSeconds !== null && !returned && newest && (
        <Notice tone="good" live>
          <p>{t(`content.saved.${newest.decision}`, { seconds: savedSeconds })}</p>
        </Notice>
      )}
      {returned && (
        <Notice tone="bad" live>
          <p>{returned.isStale ? t('content.stale') : t('desk.form.check', { count: problems })}</p>
        </Notice>
      )}
      <Standing module={module} newest={newest} />
      <p className="flex flex-wrap gap-x-6">
        <Link href={`/modules/${module.id}`}>{t('content.publicPage')}</Link>
        <Link href="/desk/content">{t('content.back')}</Link>
      </p>
      <ReviewJumps module={module} canSign={form !== null} />
      {module.isFallback && <Notice tone="plain">{t('common.fallback')}</Notice>}
      <OpeningToReview module={module} />
      <FactsToReview module={module} />
      <SectionsToReview module={module} />
      <QuestionsToReview module={module} />
      {form ? <ReviewForm version={module.version} {...form} returned={returned} /> : <p>{t('content.onlyRead')}</p>}
      <ReviewHistory reviews={reviews} />
    </div>
  )
}

const Link = ({ href, children }: { href: string; children: string }) => (
  <a href={href} className="inline-flex min-h-11 items-center">
    {children}
  </a>
)
