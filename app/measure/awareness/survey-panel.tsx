import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import type { AwarenessPage } from './awareness-page'
import type { Share } from './share'
import { ShareWithBar } from './share-text'

/** The open survey: two rates side by side, and why they are only an indication. */
export function SurveyPanel({ survey }: { survey: AwarenessPage['survey'] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="survey-panel" className="card space-y-5 border-t-8 border-t-quiet p-4 sm:p-6">
      <header>
        <p className="font-bold text-quiet">{t('awareness.publicKind')}</p>
        <h2 id="survey-panel" className="text-2xl">
          {t('awareness.publicTitle')}
        </h2>
      </header>
      <Notice tone="caution">
        <p>{t('awareness.publicWarning')}</p>
      </Notice>
      <dl className="tiles">
        <Rate name={t('awareness.overallRate')} hint={t('awareness.overallRateHint')} share={survey.overall} />
        <Rate
          name={t('awareness.masteryRate')}
          hint={t('awareness.masteryRateHint', { cut: survey.cut })}
          share={survey.mastery}
        />
      </dl>
      <p className="text-quiet">
        {survey.people >= survey.fewest && `${t('awareness.respondents', { n: survey.people })} · `}
        {survey.brokenOff >= survey.fewest && `${t('awareness.excluded', { count: survey.brokenOff })} · `}
        {t('awareness.instrument', survey)}
      </p>
      <h3 className="text-xl">{t('awareness.itemsTitle')}</h3>
      {survey.items.length === 0 ? (
        <p className="text-quiet">{t('awareness.itemsNeed', { min: survey.fewest })}</p>
      ) : (
        <Table
          caption={t('awareness.tableOf', { title: t('awareness.itemsTitle') })}
          rows={survey.items}
          rowKey={({ itemId }) => itemId}
          columns={[
            { key: 'stem', title: t('awareness.item'), cell: ({ stem }) => stem, isName: true },
            {
              key: 'share',
              title: t('awareness.correctShare'),
              cell: ({ share }) => <ShareWithBar share={share} tone="quiet" />,
            },
          ]}
        />
      )}
      <ButtonLink href="/survey/open" look="secondary">
        {t('awareness.takeSurvey')}
      </ButtonLink>
    </section>
  )
}

function Rate({ name, hint, share }: { name: string; hint: string; share: Share }) {
  return (
    <div className="rounded-lg bg-sand p-4">
      <dt>
        <strong className="block text-lg">{name}</strong>
        <span className="text-quiet">{hint}</span>
      </dt>
      <dd className="mt-2 text-xl font-bold">
        <ShareWithBar share={share} tone="quiet" />
      </dd>
    </div>
  )
}
