import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { WaveSearch, WaveTable } from '#app/measure/surveys/wave-list'
import { countWaves, listWaves, WAVE_FILTERS } from '#app/measure/surveys/wave-lists.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { FoundRows } from '#app/people/places/found-rows'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.read')
  const query = readListQuery(request.url, WAVE_FILTERS)
  const { rows, total } = await listWaves(store, account.scope, query)
  return {
    title: translator(viewOf(request).locale).t('waves.title'),
    desk: deskHead(account),
    canWrite: may(account.role, 'surveys.write'),
    isEmpty: (await countWaves(store, account.scope)) === 0,
    query,
    rows,
    total,
  }
}

export default function Surveys() {
  const { title, canWrite, isEmpty, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('waves.lead')}</p>
      </header>
      {canWrite && (
        <div className="flex">
          <ButtonLink href="/desk/surveys/new" look={isEmpty ? 'primary' : 'quiet'}>
            {t('waves.new')}
          </ButtonLink>
        </div>
      )}
      {isEmpty ? (
        <Notice tone="plain">
          <p>{t(canWrite ? 'waves.empty' : 'waves.emptyForReaders')}</p>
        </Notice>
      ) : (
        <>
          <WaveSearch search={query.search} status={query.filters.status} />
          <FoundRows path="/desk/surveys" query={query} total={total} isNone={rows.length === 0}>
            <WaveTable rows={rows} />
          </FoundRows>
        </>
      )}
    </div>
  )
}
