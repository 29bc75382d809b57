import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { RateTable } from '#app/measure/indicators/rate-table'
import { RateTiles } from '#app/measure/indicators/rate-tiles'
import { ratesPage } from '#app/measure/indicators/rates-page.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { Button, ButtonLink } from '#app/ui/button'
import { Select } from '#app/ui/field'
import { Notice } from '#app/ui/notice'

/** The four rates of one place of the scope, `?place=`; of the widest one when none is asked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'rates.read')
  const placeId = new URL(request.url).searchParams.get('place') ?? ''
  const page = (await ratesPage(store, account.scope, placeId)) ?? notFound()
  return {
    title: translator(viewOf(request).locale).t('rates.title'),
    desk: deskHead(account),
    page: page === 'noPlaces' ? null : page,
  }
}

export default function Rates() {
  const { title, page } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('rates.lead')}</p>
      </header>
      {page ? (
        <>
          <form method="get" className="flex flex-wrap items-end gap-3">
            <Select
              name="place"
              label={t('rates.place')}
              choices={page.places.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))}
              defaultValue={page.place.id}
            />
            <Button look="secondary">{t('rates.show')}</Button>
          </form>
          <h2 className="text-2xl" lang="zh-CN">
            {page.place.name}
          </h2>
          <RateTiles rates={page.whole} />
          {page.streets.length > 0 && (
            <section aria-labelledby="streets" className="space-y-3">
              <h2 id="streets" className="text-2xl">
                {t('rates.streets')}
              </h2>
              <p className="text-quiet">{t('rates.streetsHint')}</p>
              <RateTable streets={page.streets} />
            </section>
          )}
          <ButtonLink href={`/desk/rates/export.xlsx?place=${page.place.id}`} look="quiet">
            {t('rates.download')}
          </ButtonLink>
        </>
      ) : (
        <Notice tone="plain">
          <p>{t('rates.noPlaces')}</p>
        </Notice>
      )}
    </div>
  )
}
