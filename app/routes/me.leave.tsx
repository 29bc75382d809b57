import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { openTrail } from '#app/people/accounts/desk-account.server'
import { leaveOrganization, listLinks } from '#app/people/learners/links.server'
import { learnerOf } from '#app/people/learners/session.server'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = (await learnerOf(store, request)) ?? notFound()
  const linkId = new URL(request.url).searchParams.get('link')
  const link = (await listLinks(store, learner.id)).find(({ id }) => id === linkId) ?? notFound()
  const { t } = translator(viewOf(request).locale)
  return { title: t('join.leaveTitle', { organization: link.organizationName }), linkId: link.id }
}

/** Leaves. Somebody else's link, or one that was left already, is not found. */
export async function action({ request }: ActionFunctionArgs) {
  const linkId = textField(await readForm(request), 'link') ?? notFound()
  const learner = (await learnerOf(store, request)) ?? notFound()
  const hasLeft = await leaveOrganization(store, { learnerId: learner.id, linkId, trail: openTrail(request) })
  return hasLeft ? redirect('/me?left') : notFound()
}

export default function Leave() {
  const { title, linkId } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <p>{t('join.leaveText')}</p>
      <ul className="list-disc space-y-1 pl-6">
        {t('join.leaveItems', { returnObjects: true }).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="link" value={linkId} />
        <Button>{t('join.leaveConfirm')}</Button>
        <ButtonLink href="/me" look="quiet">
          {t('join.leaveCancel')}
        </ButtonLink>
      </form>
    </div>
  )
}
