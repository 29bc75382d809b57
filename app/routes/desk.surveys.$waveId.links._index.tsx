import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { LinkForms } from '#app/measure/surveys/link-forms'
import { LinkLetters } from '#app/measure/surveys/link-letters'
import { lettersOf, takeLinksForm } from '#app/measure/surveys/links-page.server'
import { linkCounts } from '#app/measure/surveys/tokens.server'
import { findWave } from '#app/measure/surveys/waves.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { MixedText } from '#app/ui/mixed-text'

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
  return data({ problem: null, letters: lettersOf(made.links, new URL(request.url).origin) }, { status: 200 })
}

export default function Links() {
  const { title, waveId, isWeb, letterWave, clusters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6 print:pt-0">
      <header className="no-print space-y-2">
        <h1 className="title">
          <MixedText text={title} />
        </h1>
        <a href={`/desk/surveys/${waveId}`} className="inline-flex min-h-11 items-center">
          {t('desk.form.back')}
        </a>
      </header>
      {answer?.letters ? (
        <LinkLetters letters={answer.letters} wave={letterWave} />
      ) : (
        <LinkForms waveId={waveId} isWeb={isWeb} clusters={clusters} problem={answer?.problem ?? null} />
      )}
    </div>
  )
}
