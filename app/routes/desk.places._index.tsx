import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readListQuery } from '#app/http/list-query'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { FoundRows } from '#app/people/places/found-rows'
import { openDistrict } from '#app/people/places/region-changes.server'
import { RegionSearch, RegionTable } from '#app/people/places/region-list'
import { countRegions, listRegions, REGION_FILTERS } from '#app/people/places/region-lists.server'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'places.read')
  const query = readListQuery(request.url, REGION_FILTERS)
  const { rows, total } = await listRegions(store, account.scope, query)
  return {
    title: translator(viewOf(request).locale).t('places.title'),
    desk: deskHead(account),
    canWrite: may(account.role, 'places.write'),
    isImported: new URL(request.url).searchParams.has('imported'),
    isDemo: (await openDistrict(store)) === null,
    isEmpty: (await countRegions(store, account.scope)) === 0,
    query,
    rows,
    total,
  }
}

export default function Places() {
  const { title, canWrite, isImported, isDemo, isEmpty, query, rows, total } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <h1 className="title">{title}</h1>
        <p>{t('places.lead')}</p>
      </header>
      {isImported && (
        <Notice tone="good" live>
          <p>{t('places.saved.imported')}</p>
        </Notice>
      )}
      {isDemo && canWrite && !isEmpty && (
        <Notice tone="caution">
          <p>{t('places.demo')}</p>
        </Notice>
      )}
      {canWrite && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/places/import" look={isDemo ? 'primary' : 'quiet'}>
            {t('places.import')}
          </ButtonLink>
          <ButtonLink href="/desk/places/new" look="quiet">
            {t('places.new')}
          </ButtonLink>
        </div>
      )}
      {isEmpty ? (
        <Notice tone="plain">
          <p>{t('places.empty')}</p>
        </Notice>
      ) : (
        <>
          <RegionSearch search={query.search} filters={query.filters} />
          <FoundRows path="/desk/places" query={query} total={total} isNone={rows.length === 0}>
            <RegionTable rows={rows} />
          </FoundRows>
        </>
      )}
    </div>
  )
}
