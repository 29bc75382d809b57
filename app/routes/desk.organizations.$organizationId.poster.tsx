import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { qrModules } from '#app/http/qr-modules.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { joinPath } from '#app/people/places/join-code'
import { JoinPoster } from '#app/people/places/join-poster'
import { findOrganizationIn } from '#app/people/places/organizations.server'
import { MixedText } from '#app/ui/mixed-text'

/** A closed organization has no poster: its code leads nowhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'organizations.read')
  const organization = (await findOrganizationIn(store, account.scope, params.organizationId ?? '')) ?? notFound()
  if (organization.closedOn) return notFound()
  const { id, name, joinCode } = organization
  const url = `${new URL(request.url).origin}${joinPath(joinCode)}`
  const { t } = translator(viewOf(request).locale)
  return {
    title: t('organizations.join.posterTitle', { name }),
    desk: deskHead(account),
    id,
    name,
    url,
    modules: qrModules(url),
  }
}

export default function Poster() {
  const { title, id, name, url, modules } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6 print:pt-0">
      <header className="no-print space-y-2">
        <h1 className="title">
          <MixedText text={title} />
        </h1>
        <p>{t('organizations.join.print')}</p>
        <a href={`/desk/organizations/${id}`} className="inline-flex min-h-11 items-center">
          {t('desk.form.back')}
        </a>
      </header>
      <JoinPoster name={name} url={url} modules={modules} />
    </div>
  )
}
