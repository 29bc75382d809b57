import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { type Choice, Select } from '#app/ui/field'
import type { Failed } from './problem-text'
import { FormError } from './region-form'

/** Whose texts are said: the two nouns of this room have the same keys. */
type Noun = 'places' | 'organizations'

/** What was refused, if it was this form. */
export const failedAt = (failed: Failed | null, form: string): Failed | null => (failed?.form === form ? failed : null)

type ClosingProps = { noun: Noun; isClosed: boolean; failed: Failed | null; children: ReactNode }

/** Closing a place or an organization beside merging it (`children`); once it is closed, putting it back in use. */
export function Closing({ noun, isClosed, failed, children }: ClosingProps) {
  const { t } = useTranslation()
  if (isClosed)
    return (
      <form method="post" className="card max-w-2xl space-y-3 p-4">
        <FormError failed={failedAt(failed, 'reopen')} />
        <p>{t(`${noun}.close.reopenLead`)}</p>
        <Button look="quiet" name="intent" value="reopen">
          {t(`${noun}.close.reopen`)}
        </Button>
      </form>
    )
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <form method="post" className="card space-y-3 p-4">
        <h3 className="text-lg">{t(`${noun}.close.title`)}</h3>
        <FormError failed={failedAt(failed, 'close')} />
        <p>{t(`${noun}.close.lead`)}</p>
        <Button look="secondary" name="intent" value="close">
          {t(`${noun}.close.button`)}
        </Button>
      </form>
      {children}
    </div>
  )
}

/** What to merge into, and the button that does it. */
export function MergeInto({ noun, choices, failed }: { noun: Noun; choices: Choice[]; failed: Failed | null }) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        name="into"
        label={t(`${noun}.merge.into`)}
        none={t(`${noun}.merge.choose`)}
        required
        choices={choices}
        defaultValue={failed?.typed.into}
        error={failed?.errors.into}
      />
      <Button look="secondary" name="intent" value="merge">
        {t(`${noun}.merge.button`)}
      </Button>
    </>
  )
}
