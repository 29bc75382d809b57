import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'

/** What somebody sees whose one-time link is used, unknown or old: what to do now. */
export function DeadLink({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="title">{title}</h1>
      <p>{text}</p>
      <p>
        <ButtonLink href="/desk/sign-in">{t('accounts.signIn.toSignIn')}</ButtonLink>
      </p>
    </>
  )
}
