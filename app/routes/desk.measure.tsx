import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { wingFor } from '#app/people/accounts/wing'
import { WingPage } from '#app/people/accounts/wing-page'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'desk.open')
  return wingFor(account, 'measure', viewOf(request).locale)
}

export default function MeasureWing() {
  const { title, rooms } = useLoaderData<typeof loader>()
  return <WingPage title={title} rooms={rooms} />
}
