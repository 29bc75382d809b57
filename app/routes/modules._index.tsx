import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalog } from '#app/content/catalog.server'
import { moduleCard } from '#app/content/lesson'
import { ModuleCards } from '#app/content/module-cards'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = viewOf(request)
  return {
    title: translator(locale).t('home.all'),
    modules: catalog.modules.map((module) => moduleCard(module, locale)),
  }
}

export default function AllModules() {
  const { title, modules } = useLoaderData<typeof loader>()
  return (
    <div className="page space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <ModuleCards modules={modules} />
    </div>
  )
}
