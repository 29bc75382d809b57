import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'

export type JoinedOrganization = { id: string; organization: string; day: string }

/** What a learner has joined, what is seen there, and the way to leave. Nothing for who has joined nothing. */
export function JoinedOrganizations({ joined }: { joined: JoinedOrganization[] }) {
  const { t } = useTranslation()
  if (joined.length === 0) return null
  return (
    <section aria-labelledby="joined" className="card space-y-3 p-4">
      <h2 id="joined" className="text-xl">
        {t('join.section')}
      </h2>
      <ul className="space-y-3">
        {joined.map(({ id, ...item }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 flex-1 basis-52">
              <MixedText text={t('join.item', item)} />
            </span>
            <ButtonLink href={`/me/leave?link=${id}`} look="quiet">
              {t('join.leave')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <h3>{t('join.seesTitle')}</h3>
      <ul className="list-disc space-y-1 pl-6">
        {t('join.sees', { returnObjects: true }).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}
