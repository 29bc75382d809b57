import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { notFound } from '#app/http/answers'
import { viewOf } from '#app/http/view'
import { useTranslation } from '#app/i18n/use-translation'
import { ChecklistItems } from '#app/learn/checklists/checklist-items'
import { checklistView } from '#app/learn/checklists/checklist-view'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const checklist = catalog.checklists.find(({ id }) => id === params.checklistId) ?? notFound()
  const view = checklistView(checklist, catalog, viewOf(request).locale)
  return { title: view.title, description: view.introduction, checklist: view }
}

export default function ReadChecklist() {
  const { checklist } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article className="page reading space-y-6 pt-8 print:space-y-2 print:pt-0">
      <header className="space-y-4 print:space-y-2">
        <h1 className="title">
          <Phrases text={checklist.title} />
        </h1>
        <p className="text-lg">{checklist.introduction}</p>
        <Notice tone="caution" title={t('checklists.onTheSpot')}>
          <p>{t('checklists.onTheSpotText')}</p>
        </Notice>
        <p className="no-print text-quiet">{t('checklists.print')}</p>
        <p className="hidden print:block">{t('checklists.paper')}</p>
      </header>
      <ChecklistItems items={checklist.items} />
      <p className="no-print">
        <ButtonLink href="/checklists" look="quiet">
          {t('checklists.others')}
        </ButtonLink>
      </p>
    </article>
  )
}
