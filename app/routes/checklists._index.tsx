import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { checklistCard } from '#app/learn/checklists/checklist-view'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  const { t } = translator(locale)
  return {
    title: t('checklists.title'),
    description: t('checklists.lead'),
    checklists: catalog.checklists
      .toSorted((one, other) => one.place - other.place)
      .map((checklist) => checklistCard(checklist, locale)),
  }
}

export default function Checklists() {
  const { title, description, checklists } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p className="text-lg">{description}</p>
      <ul className="space-y-4">
        {checklists.map(({ id, title, introduction, count, onTheSpot }) => (
          <li key={id}>
            <a
              href={`/checklists/${id}`}
              className="card flex flex-col gap-1 p-4 text-ink no-underline hover:border-fire"
            >
              <strong className="text-xl text-fire">{title}</strong>
              <span>{introduction}</span>
              <span className="text-quiet">{t('checklists.count', { count, onTheSpot })}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
