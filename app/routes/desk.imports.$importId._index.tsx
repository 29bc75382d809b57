import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { notFound } from '#app/http/answers'
import { readForm } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { useTranslation } from '#app/i18n/use-translation'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { actOnImport } from '#app/people/rosters/import-deeds.server'
import { ImportOver, ImportRefused } from '#app/people/rosters/import-over'
import { ImportProgress } from '#app/people/rosters/import-progress'
import { findImport } from '#app/people/rosters/import-records.server'
import { ImportReview } from '#app/people/rosters/import-review'
import { readImportView } from '#app/people/rosters/import-view.server'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const line = (await findImport(store, account.scope, params.importId ?? '')) ?? notFound()
  const { searchParams } = new URL(request.url)
  return {
    title: line.fileName,
    desk: deskHead(account),
    done: searchParams.get('done'),
    left: Number(searchParams.get('left')) || 0,
    view: await readImportView(store, line, { keys: dataKeys, searchParams, now: trail.now }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'rosters.write')
  const line = (await findImport(store, account.scope, params.importId ?? '')) ?? notFound()
  const form = await readForm(request)
  const answer = await actOnImport(store, { line, scope: account.scope, keys: dataKeys, form, trail })
  if ('go' in answer) return redirect(`/desk/imports/${line.id}${answer.go}`)
  return data(answer, { status: 400 })
}

export default function ImportPage() {
  const { title, view, done, left } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>()?.wrong
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-2">
        <p>
          <a href="/desk/imports" className="inline-flex min-h-11 items-center">
            {t('rosters.import.page.back')}
          </a>
        </p>
        <h1 className="title wrap-anywhere">
          <MixedText text={title} />
        </h1>
        <p className="font-bold">{t(`rosters.import.status.${view.status}`)}</p>
      </header>
      {wrong && <Notice tone="bad" live title={t(wrong)} />}
      {done === 'choices' && <Notice tone="good" live title={t('rosters.import.page.choicesSaved')} />}
      {done === 'stale' && view.kind === 'review' && (
        <Notice tone="caution" live title={t('rosters.import.page.stale')} />
      )}
      {view.kind === 'working' && <ImportProgress line={view} />}
      {view.kind === 'refused' && <ImportRefused view={view} />}
      {view.kind === 'review' && (
        <>
          {view.status !== 'ready' && <ImportOver view={view} left={left} />}
          <ImportReview view={view} />
        </>
      )}
    </div>
  )
}
