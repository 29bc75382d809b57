import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'

type Props = {
  error: 'join.noMatch' | 'join.leaveFirst' | null
  typed: { name?: string; tail?: string; code?: string }
}

/** The two ways to join. What is wrong is said once, above both, so that it does not tell which part was wrong. */
export function JoinForms({ error, typed }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {error && (
        <div role="alert">
          <Notice tone="bad">
            <p>{t(error)}</p>
            {error === 'join.leaveFirst' && (
              <a href="/me" className="inline-flex min-h-11 items-center">
                {t('progress.title')}
              </a>
            )}
          </Notice>
        </div>
      )}
      <form method="post" className="card space-y-4 p-5" aria-labelledby="by-name">
        <h2 id="by-name" className="text-xl">
          {t('join.byName')}
        </h2>
        <input type="hidden" name="way" value="name" />
        <TextField
          name="name"
          label={t('join.name')}
          hint={t('join.nameHint')}
          autoComplete="off"
          defaultValue={typed.name}
          maxLength={60}
          required
        />
        <TextField
          name="tail"
          label={t('join.tail')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.tail}
          maxLength={12}
          required
        />
        <Button>{t('join.submit')}</Button>
      </form>
      <form method="post" className="card space-y-4 p-5" aria-labelledby="by-code">
        <h2 id="by-code" className="text-xl">
          {t('join.byCode')}
        </h2>
        <input type="hidden" name="way" value="code" />
        <TextField
          name="code"
          label={t('join.code')}
          hint={t('join.codeHint')}
          autoComplete="off"
          defaultValue={typed.code}
          maxLength={30}
          required
        />
        <Button look="secondary">{t('join.submitCode')}</Button>
      </form>
    </>
  )
}

/** What joining lets the organization see, and what not. */
export function JoinNotice() {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="sees" className="space-y-2">
      <h2 id="sees" className="text-xl">
        {t('join.seesTitle')}
      </h2>
      <ul className="list-disc space-y-1 pl-6">
        {t('join.sees', { returnObjects: true }).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>{t('join.leaveAnytime')}</p>
      <p>
        {t('join.under14')}{' '}
        <a href="/guardians" className="inline-flex min-h-11 items-center">
          {t('join.guardians')}
        </a>
      </p>
    </section>
  )
}
