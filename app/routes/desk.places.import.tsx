import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { findPreview, takeImport } from '#app/people/places/file-import.server'
import { ImportPage } from '#app/people/places/import-page'
import { placesFile } from '#app/people/places/places-file'
import { applyPlaces, planForPlaces, readPlacesFile } from '#app/people/places/places-import.server'
import { changesNothing } from '#app/people/places/places-plan'
import { PlacesPreview } from '#app/people/places/places-preview'

const FILES = {
  kind: 'places' as const,
  schema: placesFile,
  read: readPlacesFile,
  plan: planForPlaces,
  apply: applyPlaces,
}

/** With `?draft=` the preview of a file that was understood, else the form to choose one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.write')
  const { t } = translator(viewOf(request).locale)
  const draftId = new URL(request.url).searchParams.get('draft')
  const draft = await findPreview(store, FILES, { account, trail }, draftId)
  return {
    title: t(draft.plan ? 'places.preview.title' : 'places.upload.title'),
    desk: deskHead(account),
    ...draft,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'places.write')
  const { t } = translator(viewOf(request).locale)
  const taken = await takeImport(store, FILES, { account, trail }, await readForm(request), t)
  if (taken.step === 'refused') return data(taken.refused, { status: 400 })
  if (taken.step === 'written') return redirect('/desk/places?imported')
  return redirect(`/desk/places/import?draft=${encodeURIComponent(taken.draftId)}`)
}

export default function ImportPlaces() {
  const { title, ...draft } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <ImportPage
      title={title}
      path="/desk/places"
      draft={draft}
      refused={useActionData<typeof action>()}
      preview={draft.plan && <PlacesPreview plan={draft.plan} />}
      isNothing={draft.plan !== null && changesNothing(draft.plan)}
    >
      <li>{t('places.upload.regionSheet')}</li>
      <li>{t('places.upload.populationSheet')}</li>
      <li>{t('places.upload.textHint')}</li>
    </ImportPage>
  )
}
