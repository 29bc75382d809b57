import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { populationForm } from '#app/people/places/forms'
import { readYear } from '#app/people/places/population-bands'
import { PopulationForm } from '#app/people/places/population-form'
import { fieldsOf } from '#app/people/places/population-lines'
import { populationsOf, setPopulation } from '#app/people/places/populations.server'
import { submit } from '#app/people/places/region-page.server'
import { findRegionIn } from '#app/people/places/regions.server'
import { MixedText } from '#app/ui/mixed-text'

/** The form of one year, `?year=`; without one, an empty one with the bands of the newest. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'places.write')
  const region = (await findRegionIn(store, account.scope, params.regionId ?? '')) ?? notFound()
  const year = readYear(new URL(request.url).searchParams.get('year') ?? '')
  const known = (await populationsOf(store, account.scope, region.id)).find((one) => one.year === year)
  const { t } = translator(viewOf(request).locale)
  return {
    title: t('places.population.title', { name: region.name }),
    desk: deskHead(account),
    regionId: region.id,
    fields: { year: year === null ? '' : String(year), source: known?.source ?? '', ...fieldsOf(known?.rows ?? []) },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.write')
  const form = await readForm(request)
  const { t } = translator(viewOf(request).locale)
  const { id } = (await findRegionIn(store, account.scope, params.regionId ?? '')) ?? notFound()
  const change = { scope: account.scope, trail, id }
  const submitted =
    (await submit({ intent: 'population', form, t }, populationForm, 'population', (population) =>
      setPopulation(store, change, population),
    )) ?? notFound()
  if (!('saved' in submitted)) return data(submitted, { status: 400 })
  return redirect(`/desk/places/${submitted.id}?saved=${submitted.saved}`)
}

export default function PlacePopulation() {
  const { title, regionId, fields } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">
        <MixedText text={title} />
      </h1>
      <p>{t('places.population.lead')}</p>
      <PopulationForm fields={fields} failed={failed} />
      <a href={`/desk/places/${regionId}`} className="inline-flex min-h-11 items-center">
        {t('desk.form.back')}
      </a>
    </div>
  )
}
