import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '#app/db/day'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import type { AtDesk } from '#app/people/accounts/desk-account.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { actOnMembership } from '#app/people/rosters/membership-actions.server'
import { MembershipForms } from '#app/people/rosters/membership-forms'
import { membershipsOf } from '#app/people/rosters/memberships.server'
import { groupsToChoose } from '#app/people/rosters/organization-choice.server'
import { findPerson } from '#app/people/rosters/persons.server'
import { MixedText } from '#app/ui/mixed-text'

type Params = LoaderFunctionArgs['params']

/** The person and their open membership, both in the scope. */
async function findMembership({ account: { scope } }: AtDesk, { personId = '', membershipId }: Params) {
  const person = (await findPerson(store, dataKeys, { scope, id: personId })) ?? notFound()
  const memberships = await membershipsOf(store, scope, person.id)
  const isIt = ({ id, endedOn }: { id: string; endedOn: string | null }) => id === membershipId && endedOn === null
  return { person, membership: memberships.find(isIt) ?? notFound() }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = await requireAccount(store, request, 'rosters.write')
  const { person, membership } = await findMembership(at, params)
  const names = { name: person.name, organization: membership.organizationName }
  return {
    title: translator(viewOf(request).locale).t('rosters.person.membershipTitle', names),
    desk: deskHead(at.account),
    membership,
    groups: await groupsToChoose(store, membership.organizationId),
    today: shanghaiDay(at.trail.now),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = await requireAccount(store, request, 'rosters.write')
  const found = await findMembership(at, params)
  const outcome = await actOnMembership(store, { ...found, form: await readForm(request), trail: at.trail })
  if (outcome.kind === 'done')
    return redirect(`/desk/rosters/persons/${found.membership.personId}?done=${outcome.done}`)
  return data(outcome, { status: 400 })
}

export default function Membership() {
  const { title, membership, groups, today } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="desk-page reading space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <MembershipForms membership={membership} groups={groups} today={today} outcome={outcome} />
      <p>
        <a href={`/desk/rosters/persons/${membership.personId}`} className="inline-flex min-h-11 items-center">
          {t('desk.form.back')}
        </a>
      </p>
    </div>
  )
}
