import { useTranslation } from '#app/i18n/use-translation'
import { Section } from '#app/people/accounts/section'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { diagnosticLines } from './diagnostic-lines'
import type { EstimateResult } from './estimate-result'
import { knownFlags } from './known-flags'
import { ReportDomains } from './report-domains'
import { ReportItems, type Stems } from './report-items'
import { ReportRates } from './report-rates'
import { VerdictSentence } from './verdict-sentence'

type Props = { result: EstimateResult; stems: Stems; ranks?: boolean; ranksHref?: string }

/** An estimate whole: verdict, what to know first, rates, parts, items, weights. */
export function Report({ result, stems, ranks = false, ranksHref }: Props) {
  const { t } = useTranslation()
  const flags = knownFlags(result.flags)
  return (
    <>
      <Section id="verdict" title={t('estimates.verdict.title')}>
        <VerdictSentence result={result} />
        {flags.length > 0 && (
          <Notice tone="caution" title={t('estimates.flagsTitle')}>
            <ul className="list-disc space-y-1 pl-5">
              {flags.map((flag) => (
                <li key={flag}>{t(`estimates.flag.${flag}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </Section>
      <Section id="rates" title={t('estimates.report.rates')}>
        <ReportRates result={result} />
      </Section>
      <Section id="domains" title={t('estimates.report.groups')}>
        {ranks && <p className="text-quiet">{t('estimates.report.ranksHint')}</p>}
        <ReportDomains result={result} ranks={ranks} />
        {ranksHref && (
          <a href={ranksHref} className="inline-flex min-h-11 items-center">
            {t(ranks ? 'estimates.report.ranksOff' : 'estimates.report.ranks')}
          </a>
        )}
      </Section>
      <Section id="diagnostics" title={t('estimates.report.diagnostics')}>
        <Diagnostics result={result} />
      </Section>
      <Section id="items" title={t('estimates.report.items')}>
        <ReportItems result={result} stems={stems} />
      </Section>
    </>
  )
}

function Diagnostics({ result }: { result: EstimateResult }) {
  const { t } = useTranslation()
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
      {diagnosticLines(t, result).map(({ key, name, text }) => (
        <div key={key} className="sm:contents">
          <dt className="font-bold">{name}</dt>
          <dd>
            <MixedText text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
