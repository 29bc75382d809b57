import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import { LONGEST_NAME } from './code'
import type { Failed } from './problem-text'

/** What is wrong with a form as a whole. */
export function FormError({ failed }: { failed: Failed | null }) {
  const problem = failed?.errors.form
  return problem ? (
    <Notice tone="bad" live>
      <p>{problem}</p>
    </Notice>
  ) : null
}

/** Adding a place: its code says the rest. */
export function NewRegionForm({ failed }: { failed: Failed | null }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card max-w-2xl space-y-4 p-4">
      <FormError failed={failed} />
      <TextField
        name="code"
        label={t('places.form.code')}
        hint={t('places.form.codeHint')}
        inputMode="numeric"
        autoComplete="off"
        required
        maxLength={20}
        defaultValue={failed?.typed.code}
        error={failed?.errors.code}
      />
      <TextField
        name="name"
        label={t('places.form.name')}
        hint={t('places.form.nameHint')}
        lang="zh-CN"
        required
        maxLength={LONGEST_NAME}
        defaultValue={failed?.typed.name}
        error={failed?.errors.name}
      />
      <Button>{t('places.form.add')}</Button>
    </form>
  )
}

/** Another name for a place. */
export function RenameForm({ name, failed }: { name: string; failed: Failed | null }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card max-w-2xl space-y-4 p-4">
      <FormError failed={failed} />
      <TextField
        name="name"
        label={t('places.form.name')}
        lang="zh-CN"
        required
        maxLength={LONGEST_NAME}
        defaultValue={failed?.typed.name ?? name}
        error={failed?.errors.name}
      />
      <Button look="quiet" name="intent" value="rename">
        {t('places.form.rename')}
      </Button>
    </form>
  )
}
