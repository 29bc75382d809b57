import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { linksSheet, takeLinksForm } from '#app/measure/surveys/links-page.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { sheetResponse } from '#app/sheets/download.server'

/** Whoever comes back to this address later finds the form again, not the links. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  return redirect(`/desk/surveys/${wave.id}/links`)
}

/** New links as a spreadsheet, for letters and text messages made elsewhere: they are in this file and nowhere else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const made = await takeLinksForm(store, account.scope, { waveId: wave.id, form: await readForm(request), trail })
  if ('problem' in made) return badRequest()
  const { t } = translator(viewOf(request).locale)
  const bytes = await linksSheet(made.links, { origin: new URL(request.url).origin, wave, t })
  return sheetResponse(t('answering.links.fileName', { name: wave.name }), bytes)
}
