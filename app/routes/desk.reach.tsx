import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { forbidden } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { RoomCards } from '#app/people/accounts/room-cards'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'desk.open')
  const desk = deskHead(account)
  const wing = desk.wings.find(({ id }) => id === 'reach') ?? forbidden()
  return { title: translator(viewOf(request).locale).t('desk.wing.reach'), desk, rooms: wing.rooms }
}

export default function ReachWing() {
  const { title, rooms } = useLoaderData<typeof loader>()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      <RoomCards rooms={rooms} />
    </div>
  )
}
