import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { CodeStrips } from '#app/people/rosters/code-strips'
import { codesToPrint } from '#app/people/rosters/codes-to-print.server'
import {
  groupsToChoose,
  organizationChosen,
  organizationsToChoose,
} from '#app/people/rosters/organization-choice.server'
import { OrganizationForm } from '#app/people/rosters/organization-field'
import { MixedText } from '#app/ui/mixed-text'

/** Showing the codes is what is written down: there is no other way to get them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const { searchParams, origin } = new URL(request.url)
  const typed = searchParams.get('organization') ?? ''
  const organization = await organizationChosen(store, account.scope, typed)
  if (!organization && isId(typed)) return notFound()
  const { t } = translator(viewOf(request).locale)
  const desk = deskHead(account)
  if (!organization) {
    const organizations = await organizationsToChoose(store, account.scope)
    return { title: t('rosters.person.codesTitle'), desk, typed, organizations, sheet: null }
  }
  const groups = await groupsToChoose(store, organization.id)
  const group = groups.find(({ id }) => id === searchParams.get('group')) ?? null
  const { joinCode, people } = await codesToPrint(store, dataKeys, { organization, groupId: group?.id ?? null, trail })
  return {
    title: t('rosters.person.codesFor', { organization: organization.name }),
    desk,
    typed,
    organizations: [],
    sheet: {
      organizationId: organization.id,
      groups,
      groupId: group?.id ?? '',
      people,
      address: `${origin}/join/${joinCode}`,
    },
  }
}

export default function Codes() {
  const { title, organizations, typed, sheet } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      {sheet ? (
        <CodeStrips {...sheet} />
      ) : (
        <OrganizationForm organizations={organizations} typed={typed} button={t('rosters.person.codesShow')} />
      )}
    </div>
  )
}
