import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { RoomCards } from '#app/people/accounts/room-cards'
import { FirstSteps } from '#app/people/rosters/first-steps'
import { firstSteps } from '#app/people/rosters/first-steps.server'
import { MixedText } from '#app/ui/mixed-text'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'desk.open')
  return {
    title: translator(viewOf(request).locale).t('desk.home.title'),
    desk: deskHead(account),
    steps: await firstSteps(store, account),
  }
}

export default function Desk() {
  const { title, desk, steps } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-8 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>
          <MixedText text={t('desk.home.scope', { scope: desk.scopeName ?? t('desk.home.wholeDistrict') })} />
        </p>
      </header>
      {steps.length > 0 && <FirstSteps steps={steps} />}
      {desk.wings.map(({ id, rooms }) => (
        <section key={id} aria-labelledby={`wing-${id}`} className="space-y-3">
          <h2 id={`wing-${id}`} className="text-xl">
            {t(`desk.wing.${id}`)}
          </h2>
          <RoomCards rooms={rooms} />
        </section>
      ))}
    </div>
  )
}
