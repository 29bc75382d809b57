import { useTranslation } from '#app/i18n/use-translation'

/** The consent form to print and fill in by hand: consenting and refusing are two boxes of the same size. */
export function ConsentFormPaper() {
  const { t } = useTranslation()
  const lines = ['formUnit', 'formOfficer', 'formChild', 'formBirthYear', 'formGuardian'] as const
  return (
    <section aria-labelledby="paper" className="card break-inside-avoid space-y-3 p-4">
      <h2 id="paper" className="text-xl">
        {t('rosters.consent.formTitle')}
      </h2>
      <p className="no-print text-quiet">{t('rosters.consent.formPrint')}</p>
      {lines.map((line) => (
        <Blank key={line} text={t(`rosters.consent.${line}`)} />
      ))}
      <p>{t('rosters.consent.formChoice')}</p>
      {(['formAgree', 'formRefuse'] as const).map((choice) => (
        <p key={choice} className="flex items-center gap-3 font-bold">
          <span aria-hidden="true" className="size-6 flex-none border-2 border-ink" />
          {t(`rosters.consent.${choice}`)}
        </p>
      ))}
      <Blank text={t('rosters.consent.formSign')} />
      <Blank text={t('rosters.consent.formDay')} />
    </section>
  )
}

function Blank({ text }: { text: string }) {
  return (
    <p className="flex flex-wrap items-end gap-x-2">
      {text}
      <span aria-hidden="true" className="min-h-8 min-w-40 flex-1 border-b border-ink" />
    </p>
  )
}
