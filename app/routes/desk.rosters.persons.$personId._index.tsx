import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { wordsOf } from '#app/content/words'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { completionsOfPersons } from '#app/learn/progress/person-completions.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { actOnPerson } from '#app/people/rosters/person-actions.server'
import { DONE } from '#app/people/rosters/person-outcome'
import { PersonPage } from '#app/people/rosters/person-page'
import { personView } from '#app/people/rosters/person-view.server'
import { findPerson } from '#app/people/rosters/persons.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.read')
  const { scope, role } = account
  const { locale } = viewOf(request)
  const found = (await findPerson(store, dataKeys, { scope, id: params.personId ?? '' })) ?? notFound()
  const seesContacts = may(role, 'contacts.see')
  const done = new URL(request.url).searchParams.get('done')
  const titles = new Map(catalog.modules.map((module) => [module.id, wordsOf(module, locale).words.title]))
  const passed = await completionsOfPersons(store, scope, [found.id])
  return {
    title: found.name,
    desk: deskHead(account),
    person: seesContacts ? found : { ...found, phone: null, idTail: null },
    seesContacts,
    mayWrite: may(role, 'rosters.write'),
    done: DONE.find((known) => known === done) ?? null,
    passed: passed.map(({ id, moduleId, day, ruleVersion }) => ({
      id,
      title: titles.get(moduleId) ?? moduleId,
      day,
      rule: ruleVersion,
    })),
    ...(await personView(store, { scope, person: found, now: trail.now })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const { scope } = account
  const person = (await findPerson(store, dataKeys, { scope, id: params.personId ?? '' })) ?? notFound()
  const acting = { person, scope, keys: dataKeys, form: await readForm(request) }
  const outcome = await actOnPerson(store, { ...acting, trail: { ...trail, accountId: account.id } })
  if (outcome.kind === 'done') return redirect(`/desk/rosters/persons/${person.id}?done=${outcome.done}`)
  // A phone that is shown stands in this answer only: nothing on the way may keep it.
  return data(outcome, { status: outcome.kind === 'wrong' ? 400 : 200, headers: { 'Cache-Control': 'no-store' } })
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />
}

/** Lets the answer to a form say that nothing may keep it. */
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders
