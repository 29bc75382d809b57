import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice, type Tone } from '#app/ui/notice'
import type { EstimateResult } from './estimate-result'
import { type VerdictWords, verdictWords } from './figure-words'

const TONES: Record<VerdictWords['key'], Tone> = {
  met: 'good',
  above_but_not_proven: 'caution',
  below_but_not_excluded: 'caution',
  not_met: 'bad',
  withheld: 'plain',
  few: 'plain',
}

/** Whether the target is met, with number, bound, definition, frame, n and day (knowledge-rate.md, section 8). */
export function VerdictSentence({ result }: { result: EstimateResult }) {
  const { t } = useTranslation()
  const words = verdictWords(result)
  if (!words) return <p>{t('estimates.verdict.none')}</p>
  const why = WHY.find((one) => one === words.why)
  const isAll = words.isAll && words.key !== 'few' && words.key !== 'withheld'
  const sentence = t(isAll ? 'estimates.verdict.all' : `estimates.verdict.${words.key}`, {
    ...words,
    verdict: t(`estimates.short.${words.key === 'few' ? 'withheld' : words.key}`),
    definition: t(`estimates.rate.${words.definition}`),
  })
  return (
    <Notice tone={TONES[words.key]}>
      <p className="font-bold">
        <MixedText text={sentence} />
      </p>
      {words.key === 'withheld' && why && <p>{t(`estimates.verdict.why.${why}`)}</p>}
      {words.isDefinitionOpen && <p>{t('estimates.verdict.definitionOpen')}</p>}
    </Notice>
  )
}

const WHY = ['notASample', 'noData', 'noInterval'] as const
