import { Fragment, type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import { emphasised, LessonSection } from './lesson-section'
import { StateBadge } from './review-table'
import type { FactToReview, ModuleToReview } from './review-view'

/** Whether a part reads as it was signed. */
export function PartBadge({ isSigned }: { isSigned: boolean }) {
  const { t } = useTranslation()
  const text = t(isSigned ? 'content.part.signed' : 'content.part.awaiting')
  return <StateBadge state={isSigned ? 'signed' : 'awaiting'} text={text} />
}

/** A part of the page with its heading, and at its end the way back to the list of parts. */
export function ReviewPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby={`review-${id}`} className="space-y-4">
      <h2 id={`review-${id}`} className="text-2xl">
        {title}
      </h2>
      {children}
      <a href="#review-jumps" className="inline-flex min-h-11 items-center">
        {t('content.jumps.back')}
      </a>
    </section>
  )
}

type Props = { module: ModuleToReview }

/** What stands above the sections of a lesson. */
export function OpeningToReview({ module: { opening, locale } }: Props) {
  const { t } = useTranslation()
  return (
    <ReviewPart id="opening" title={t('content.opening')}>
      <div className="card reading mx-0 space-y-2 p-4">
        <PartBadge isSigned={opening.isSigned} />
        <div className="space-y-2" lang={locale}>
          <p className="text-lg font-bold">{opening.title}</p>
          <p>{opening.summary}</p>
          <ul className="list-disc space-y-1 pl-6">
            {opening.goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </div>
      </div>
    </ReviewPart>
  )
}

/** Every fact with what it rests on. */
export function FactsToReview({ module: { facts, locale } }: Props) {
  const { t } = useTranslation()
  const columns = [
    {
      key: 'text',
      isName: true,
      cell: ({ id, label, text }: FactToReview) => (
        <span lang={locale} className="block">
          <span className="block">
            <code>{id}</code> {label}
          </span>
          <span className="block font-normal">{emphasised(text)}</span>
        </span>
      ),
    },
    {
      key: 'marks',
      cell: ({ marks }: FactToReview) => (
        <div>
          {marks.map((mark) => (
            <p key={mark}>{t(`content.mark.${mark}`)}</p>
          ))}
        </div>
      ),
    },
    { key: 'sources', cell: ({ citations }: FactToReview) => <Citations citations={citations} /> },
    {
      key: 'state',
      cell: ({ isSigned }: FactToReview) => (
        <div>
          <PartBadge isSigned={isSigned} />
        </div>
      ),
    },
  ] as const
  return (
    <ReviewPart id="facts" title={t('content.facts')}>
      <p>{t('content.factsLead')}</p>
      <Table
        caption={t('content.facts')}
        columns={columns.map((column) => ({ ...column, title: t(`content.factColumn.${column.key}`) }))}
        rows={facts}
        rowKey={({ id }) => id}
      />
    </ReviewPart>
  )
}

function Citations({ citations }: Pick<FactToReview, 'citations'>) {
  const { t } = useTranslation()
  if (citations.length === 0) return <span className="text-quiet">{t('lesson.noSource')}</span>
  return (
    <div>
      {citations.map(({ text, isExcerpt }) => (
        <cite key={text} className="block not-italic">
          {text}
          {isExcerpt && ` (${t('lesson.excerpt')})`}
        </cite>
      ))}
    </div>
  )
}

/** The lesson as learners read it, section by section. */
export function SectionsToReview({ module: { id, version, sections, locale } }: Props) {
  const { t } = useTranslation()
  return (
    <ReviewPart id="sections" title={t('content.sections')}>
      <div className="reading mx-0 space-y-4">
        {sections.map((section, index) => (
          <Fragment key={section.id}>
            <PartBadge isSigned={section.isSigned} />
            <LessonSection section={section} number={index + 1} source={{ moduleId: id, version }} lang={locale} />
          </Fragment>
        ))}
      </div>
    </ReviewPart>
  )
}
