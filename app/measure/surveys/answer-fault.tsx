import { useTranslation } from '#app/i18n/use-translation'

const FAULTS = ['ageNumber', 'ageFrame', 'eligibleNumber'] as const

/** The sentence for a fault of an answer form; null when there is none. */
export function useAnswerFault(ages: { from: number; to: number }) {
  const { t } = useTranslation()
  return (fault: string | undefined): string | null => {
    const known = FAULTS.find((one) => one === fault)
    return known ? t(`answering.fault.${known}`, ages) : null
  }
}
