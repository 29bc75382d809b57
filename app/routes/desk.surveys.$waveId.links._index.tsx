import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { LinkForms } from '#app/measure/surveys/link-forms'
import { LinkLetters } from '#app/measure/surveys/link-letters'
import { lettersOf, takeLinksForm } from '#app/measure/surveys/links-page.server'
import { linkCounts } from '#app/measure/surveys/tokens.server'
import { WaveHead } from '#app/measure/surveys/wave-head'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  return {
    title: translator(viewOf(request).locale).t('answering.links.title', { name: wave.name }),
    desk: deskHead(account),
    waveId: wave.id,
    isWeb: wave.design.modes.includes('web'),
    letterWave: {
      placeName: wave.region.name,
      fieldTo: wave.fieldTo,
      ages: { from: wave.ageFrom, to: wave.ageTo },
      count: itemIdsOf(wave.instrument).length,
      household: wave.design.household,
    },
    clusters: await linkCounts(store, account.scope, wave.id, trail.now),
  }
}

/** The links are in this answer and nowhere else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.write')
  const wave = (await findWave(store, account.scope, params.waveId ?? '')) ?? notFound()
  const made = await takeLinksForm(store, account.scope, { waveId: wave.id, form: await readForm(request), trail })
  if ('problem' in made) return data({ problem: made.problem, letters: null }, { status: 400 })
  return data(
    { problem: null, letters: lettersOf(made.links, { origin: new URL(request.url).origin, wave }) },
    { status: 200 },
  )
}

export default function Links() {
  const { title, waveId, isWeb, letterWave, clusters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="desk-page space-y-6 pt-6 print:pt-0">
      <WaveHead title={title} waveId={waveId} isPrinted={false} />
      {answer?.letters ? (
        <LinkLetters letters={answer.letters} wave={letterWave} />
      ) : (
        <LinkForms waveId={waveId} isWeb={isWeb} clusters={clusters} problem={answer?.problem ?? null} />
      )}
    </div>
  )
}
