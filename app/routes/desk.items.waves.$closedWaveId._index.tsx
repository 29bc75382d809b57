import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { ItemPage } from '#app/measure/items/item-page'
import { waveItems } from '#app/measure/items/item-subjects.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

/** How the items of a wave did. Of a wave that is not closed there is nothing here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'items.read')
  const { locale } = viewOf(request)
  const subject = (await waveItems(store, account.scope, { waveId: params.closedWaveId ?? '', locale })) ?? notFound()
  return {
    title: translator(locale).t('items.subjectTitle', { title: subject.title }),
    desk: deskHead(account),
    subject,
  }
}

export default function WaveItems() {
  const { title, subject } = useLoaderData<typeof loader>()
  return <ItemPage title={title} subject={subject} />
}
