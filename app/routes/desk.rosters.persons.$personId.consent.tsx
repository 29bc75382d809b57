import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { actOnConsent } from '#app/people/rosters/consent-actions.server'
import { ConsentForms } from '#app/people/rosters/consent-forms'
import { WITHDRAWN_NAME } from '#app/people/rosters/consent-notice'
import { ConsentText } from '#app/people/rosters/consent-text'
import { listConsents } from '#app/people/rosters/consents.server'
import { findPerson } from '#app/people/rosters/persons.server'
import { MixedText } from '#app/ui/mixed-text'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rosters.write')
  const { scope } = account
  const person = (await findPerson(store, dataKeys, { scope, id: params.personId ?? '' })) ?? notFound()
  if (person.name === WITHDRAWN_NAME) return notFound()
  const consents = await listConsents(store, person.id)
  return {
    title: translator(viewOf(request).locale).t('rosters.consent.for', { name: person.name }),
    desk: deskHead(account),
    personId: person.id,
    consents,
    isWithdrawable: consents.some(({ withdrawnAt }) => withdrawnAt === null),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const { scope } = account
  const person = (await findPerson(store, dataKeys, { scope, id: params.personId ?? '' })) ?? notFound()
  if (person.name === WITHDRAWN_NAME) return notFound()
  const acting = { personId: person.id, form: await readForm(request), trail: { ...trail, accountId: account.id } }
  const outcome = await actOnConsent(store, acting)
  if (outcome.kind === 'done') return redirect(`/desk/rosters/persons/${person.id}?done=${outcome.done}`)
  return data(outcome, { status: 400 })
}

export default function Consent() {
  const { title, personId, consents, isWithdrawable } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="desk-page reading space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <p>{t('rosters.consent.readFirst')}</p>
      <ConsentText />
      <ConsentForms consents={consents} isWithdrawable={isWithdrawable} outcome={outcome} />
      <p>
        <a href={`/desk/rosters/persons/${personId}`} className="inline-flex min-h-11 items-center">
          {t('desk.form.back')}
        </a>
      </p>
    </div>
  )
}
