import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Phrases } from '#app/ui/phrases'

export async function loader({ request }: LoaderFunctionArgs) {
  return {
    title: translator(viewOf(request).locale).t('survey.thanksTitle'),
    isRepeat: new URL(request.url).searchParams.has('already'),
  }
}

export default function SurveyThanks() {
  const { title, isRepeat } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="page reading space-y-5 pt-10">
      <h1 className="title">
        <Phrases text={title} />
      </h1>
      <p className="text-lg">{isRepeat ? t('survey.alreadyText') : t('survey.thanksText')}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/modules">{t('survey.thanksLearn')}</ButtonLink>
        <ButtonLink href="/awareness" look="quiet">
          {t('survey.thanksRates')}
        </ButtonLink>
      </div>
    </div>
  )
}
