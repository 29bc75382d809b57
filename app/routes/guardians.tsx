import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ConsentFormPaper } from '#app/people/rosters/consent-form-paper'
import { ConsentText } from '#app/people/rosters/consent-text'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: translator(viewOf(request).locale).t('rosters.consent.guardiansTitle') }
}

/** What guardians of children under 14 are told. Consenting and refusing stand side by side. */
export default function Guardians() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article className="page reading space-y-6 pt-8">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p>{t('rosters.consent.guardiansLead')}</p>
      <div className="tiles no-print">
        {(['agree', 'refuse'] as const).map((choice) => (
          <section key={choice} aria-labelledby={choice} className="card space-y-2 p-4">
            <h2 id={choice} className="text-xl">
              {t(`rosters.consent.${choice}Title`)}
            </h2>
            <p>{t(`rosters.consent.${choice}Text`)}</p>
          </section>
        ))}
      </div>
      <ConsentText />
      <ConsentFormPaper />
    </article>
  )
}
