import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import type { AwarenessPage } from './awareness-page'
import { ShareText, ShareWithBar } from './share-text'

type Learners = AwarenessPage['learners']

/** What learners got right in their first quiz: its own panel and colour, never called 知晓率. */
export function LearnerPanel({ learners }: { learners: Learners }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="learner-panel" className="card space-y-5 border-t-8 border-t-ink p-4 sm:p-6">
      <header>
        <p className="font-bold text-quiet">{t('awareness.learnersKind')}</p>
        <h2 id="learner-panel" className="text-2xl">
          {t('awareness.learnersTitle')}
        </h2>
      </header>
      <Notice tone="plain">
        <p>{t('awareness.learnersWarning')}</p>
      </Notice>
      <Modules modules={learners.modules} />
      <Mistakes mistakes={learners.mistakes} />
      <Points points={learners.points} />
      <Places places={learners.places} isDemo={learners.hasDemoPlaces} />
      <p className="text-quiet">{t('awareness.hiddenHint', { min: learners.fewest })}</p>
    </section>
  )
}

type ModuleRows = { modules: Learners['modules'] }

/** Lessons with a figure as a table; those without one, of which there may be many, as a folded list. */
function Modules({ modules }: ModuleRows) {
  const { t } = useTranslation()
  const isSaid = ({ correct }: Learners['modules'][number]) => correct.kind === 'percent' || correct.kind === 'counts'
  const unsaid = modules.filter((module) => !isSaid(module))
  return (
    <>
      {unsaid.length < modules.length && <ModuleTable modules={modules.filter(isSaid)} />}
      {unsaid.length > 0 && (
        <details>
          <summary className="min-h-11 py-2 font-bold">{t('awareness.unsaid', { count: unsaid.length })}</summary>
          <ul className="list-disc space-y-1 pl-6">
            {unsaid.map(({ moduleId, title, lang, correct }) => (
              <li key={moduleId}>
                <a href={`/modules/${moduleId}`} lang={lang} className="underline">
                  {title}
                </a>{' '}
                <ShareText share={correct} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ModuleTable({ modules }: ModuleRows) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('awareness.tableOf', { title: t('awareness.learnersTitle') })}
      rows={modules}
      rowKey={({ moduleId }) => moduleId}
      columns={[
        {
          key: 'title',
          title: t('awareness.module'),
          cell: ({ moduleId, title, lang }) => (
            <a href={`/modules/${moduleId}`} lang={lang}>
              {title}
            </a>
          ),
          isName: true,
        },
        { key: 'learners', title: t('awareness.learners'), cell: ({ learners }) => learners ?? t('awareness.hidden') },
        { key: 'correct', title: t('awareness.correctShare'), cell: ({ correct }) => <ShareWithBar share={correct} /> },
        { key: 'passed', title: t('awareness.passedShare'), cell: ({ passed }) => <ShareText share={passed} /> },
      ]}
    />
  )
}

function Mistakes({ mistakes }: { mistakes: Learners['mistakes'] }) {
  const { t } = useTranslation()
  if (mistakes.length === 0) return null
  return (
    <div className="space-y-3">
      <h3 className="text-xl">{t('awareness.mythsTitle')}</h3>
      <p className="text-quiet">{t('awareness.mythsHint')}</p>
      <ul className="space-y-3">
        {mistakes.map(({ questionId, moduleId, title, lang, stem, option, share, picked, asked }) => (
          <li key={questionId} className="rounded-lg border border-line bg-paper p-4">
            <p className="text-quiet" lang={lang}>
              <a href={`/modules/${moduleId}`}>{title}</a> · {stem}
            </p>
            <p className="text-lg font-bold text-fire">
              <span aria-hidden="true">✕ </span>
              {t('awareness.mythItem', { option })}
            </p>
            <p>
              {share.kind === 'percent' ? (
                <ShareWithBar share={share} tone="fire" />
              ) : (
                t('awareness.mythShare', { asked, picked })
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Points({ points }: { points: Learners['points'] }) {
  const { t } = useTranslation()
  if (points.length === 0) return null
  return (
    <details>
      <summary className="min-h-11 py-2 text-xl font-bold">{t('awareness.pointsTitle')}</summary>
      <Table
        caption={t('awareness.tableOf', { title: t('awareness.pointsTitle') })}
        rows={points}
        rowKey={({ moduleId, point }) => `${moduleId}.${point}`}
        columns={[
          {
            key: 'label',
            title: t('awareness.point'),
            cell: ({ label, lang }) => <span lang={lang}>{label}</span>,
            isName: true,
          },
          { key: 'module', title: t('awareness.module'), cell: ({ title, lang }) => <span lang={lang}>{title}</span> },
          {
            key: 'correct',
            title: t('awareness.correctShare'),
            cell: ({ correct }) => <ShareWithBar share={correct} />,
          },
        ]}
      />
    </details>
  )
}

function Places({ places, isDemo }: { places: Learners['places']; isDemo: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-3">
      <h3 className="text-xl">{t('awareness.streetsTitle')}</h3>
      <p className="text-quiet">{t('awareness.streetsHint')}</p>
      {isDemo && (
        <Notice tone="caution">
          <p>{t('awareness.demoPlaces')}</p>
        </Notice>
      )}
      <Table
        caption={t('awareness.tableOf', { title: t('awareness.streetsTitle') })}
        rows={places}
        rowKey={({ regionId }) => regionId || 'none'}
        columns={[
          {
            key: 'name',
            title: t('awareness.street'),
            cell: ({ name }) => (name ? <span lang="zh-CN">{name}</span> : t('awareness.streetUnknown')),
            isName: true,
          },
          { key: 'papers', title: t('awareness.papers'), cell: ({ papers }) => papers ?? t('awareness.hidden') },
          {
            key: 'correct',
            title: t('awareness.correctShare'),
            cell: ({ correct }) => <ShareWithBar share={correct} />,
          },
        ]}
      />
    </div>
  )
}
