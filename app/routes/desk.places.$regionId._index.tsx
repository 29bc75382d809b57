import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { may } from '#app/people/accounts/roles'
import { populationsOf } from '#app/people/places/populations.server'
import { RegionActions } from '#app/people/places/region-actions'
import { RenameForm } from '#app/people/places/region-form'
import { childrenOf, countBelow, mergeChoices } from '#app/people/places/region-lists.server'
import { submitRegion } from '#app/people/places/region-page.server'
import { ChildPlaces, RegionHead, RegionOrganizations, RegionPopulation } from '#app/people/places/region-parts'
import { findRegionIn } from '#app/people/places/regions.server'
import { savedRegion } from '#app/people/places/saved'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'places.read')
  const { scope, role } = account
  const region = (await findRegionIn(store, scope, params.regionId ?? '')) ?? notFound()
  const canWrite = may(role, 'places.write')
  return {
    title: region.name,
    desk: deskHead(account),
    region,
    canWrite,
    seesOrganizations: may(role, 'organizations.read'),
    saved: savedRegion(request.url),
    parent: region.parentId ? await findRegionIn(store, scope, region.parentId) : null,
    into: region.mergedInto ? await findRegionIn(store, scope, region.mergedInto) : null,
    populations: await populationsOf(store, scope, region.id),
    children: await childrenOf(store, scope, region.id),
    organizations: (await countBelow(store, scope, region)).organizations,
    choices: canWrite ? await mergeChoices(store, scope, region) : [],
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findRegionIn(store, account.scope, params.regionId ?? '')) ?? notFound()
  const change = { scope: account.scope, trail, id }
  const submitted = (await submitRegion(store, change, { intent: textField(form, 'intent'), form, t })) ?? notFound()
  if (!('saved' in submitted)) return data(submitted, { status: 400 })
  return redirect(`/desk/places/${submitted.id}?saved=${submitted.saved}`)
}

export default function Place() {
  const { region, parent, into, populations, children, ...page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  const isClosed = region.closedOn !== null
  return (
    <div className="desk-page space-y-8 pt-6">
      <RegionHead region={region} parent={parent} into={into} />
      {page.saved && !failed && (
        <Notice tone="good" live>
          <p>{t(`places.saved.${page.saved}`)}</p>
        </Notice>
      )}
      <RegionPopulation regionId={region.id} populations={populations} canWrite={page.canWrite && !isClosed} />
      <ChildPlaces rows={children} />
      {page.seesOrganizations && <RegionOrganizations code={region.code} count={page.organizations} />}
      {page.canWrite && (
        <section className="space-y-3">
          <h2 className="text-xl">{t('places.page.change')}</h2>
          {!isClosed && <RenameForm name={region.name} failed={failed?.form === 'rename' ? failed : null} />}
          <RegionActions isClosed={isClosed} choices={page.choices} failed={failed} />
        </section>
      )}
    </div>
  )
}
