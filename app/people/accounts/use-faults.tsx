import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { type Faults, readFault } from './faults'
import { PASSWORD_LEAST, PASSWORD_MOST } from './password'

/** The sentence about a field of a refused form; null when nothing is wrong with it. */
export function useFaults(refused: Faults | undefined): (field: string) => string | null {
  const { t } = useTranslation()
  return (field) => {
    const fault = readFault(refused?.errors[field])
    if (!fault) return null
    return t(`accounts.fault.${fault}`, { least: PASSWORD_LEAST, most: PASSWORD_MOST, minutes: refused?.minutes ?? 1 })
  }
}

/** What is wrong with a form as a whole. */
export function FormFault({ refused }: { refused: Faults | undefined }) {
  const fault = useFaults(refused)('form')
  return fault ? (
    <div role="alert">
      <Notice tone="bad">
        <p>{fault}</p>
      </Notice>
    </div>
  ) : null
}
