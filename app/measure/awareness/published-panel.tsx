import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { IntervalLine } from '#app/ui/interval-line'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { PublishedMethod } from './published-method'
import type { PublishedPage, Said } from './published-page'
import { PublishedPlaces } from './published-places'
import { PublishedPoints } from './published-points'
import { basisSentence, rateSentence, targetSentence } from './published-sentence'
import { PublishedTrend } from './published-trend'
import { saidText } from './said-text'

/** The newest published estimate: what it means first, then the figures, then how they came about. */
export function PublishedPanel({ page }: { page: PublishedPage }) {
  const { t } = useTranslation()
  const { tier, placeName } = page.about.wave
  const isSample = tier === 'P'
  return (
    <section aria-labelledby="published-panel" className="card space-y-6 border-t-8 border-t-safe p-4 sm:p-6">
      <header className="space-y-2">
        <p className="font-bold text-quiet">{t(isSample ? 'awareness.published.kind' : 'awareness.published.kindQ')}</p>
        <h2 id="published-panel" className="text-2xl">
          <MixedText text={t('awareness.published.title', { place: placeName })} />
        </h2>
      </header>
      <Sentence page={page} />
      {!isSample && (
        <Notice tone="caution">
          <p>{t('awareness.published.qWarning')}</p>
        </Notice>
      )}
      <Line page={page} />
      <Rates page={page} />
      <PublishedPoints points={page.points} dimensions={page.dimensions} />
      <PublishedPlaces streets={page.streets} target={page.target} isSample={isSample} />
      <PublishedTrend trend={page.trend} change={page.change} target={page.target} />
      <PublishedMethod page={page} />
      <ButtonLink href="/awareness/estimate.xlsx" look="quiet">
        {t('awareness.published.download')}
      </ButtonLink>
    </section>
  )
}

function Sentence({ page }: { page: PublishedPage }) {
  const { t } = useTranslation()
  const basis = basisSentence(t, page)
  return (
    <div className="space-y-2">
      <p className="text-xl leading-relaxed font-bold sm:text-2xl">
        {rateSentence(t, page)}
        {page.verdict && (
          <span className={`block ${page.verdict.key === 'met' ? 'text-safe' : 'text-fire'}`}>
            {targetSentence(t, page)}
          </span>
        )}
      </p>
      {basis !== '' && (
        <p className="text-quiet">
          <MixedText text={basis} />
        </p>
      )}
      {page.verdict?.isDefinitionOpen && <p className="text-quiet">{t('awareness.published.definitionOpen')}</p>}
    </div>
  )
}

function Line({ page: { overall, target } }: { page: PublishedPage }) {
  const { t } = useTranslation()
  if (!overall.drawn || overall.words.kind !== 'percent') return null
  return (
    <IntervalLine
      title={t('awareness.published.lineTitle', { value: saidText(t, overall.words) })}
      {...overall.drawn}
      target={target}
      valueText={`${overall.words.value}%`}
      targetText={target === null ? '' : t('awareness.published.targetMark', { target })}
    />
  )
}

function Rates({ page }: { page: PublishedPage }) {
  const { t } = useTranslation()
  const { overall, mastery, allCorrect, composite, about } = page
  return (
    <div className="space-y-3">
      <dl className="tiles">
        <Rate name={t('awareness.overallRate')} hint={t('awareness.published.overallHint')} words={overall.words} />
        <Rate
          name={t('awareness.masteryRate')}
          hint={t('awareness.published.masteryHint', { cut: about.cut })}
          words={mastery.words}
          of="mastery"
        />
        <Rate
          name={t('awareness.published.allCorrect')}
          hint={t('awareness.published.allCorrectHint')}
          words={allCorrect.words}
        />
      </dl>
      {about.wave.tier === 'P' && <p className="text-quiet">{t('awareness.published.intervalHint')}</p>}
      {composite && (
        <p className="border-l-4 border-line pl-3">
          <strong>{t('awareness.published.composite')}</strong> {saidText(t, composite)}
          <span className="block text-quiet">{t('awareness.published.compositeHint')}</span>
        </p>
      )}
    </div>
  )
}

type RateProps = { name: string; hint: string; words: Said['words']; of?: 'mastery' }

function Rate({ name, hint, words, of }: RateProps) {
  const { t } = useTranslation()
  return (
    <div className="rounded-lg bg-sand p-4">
      <dt>
        <strong className="block text-lg">{name}</strong>
        <span className="text-quiet">{hint}</span>
      </dt>
      <dd className="mt-2 text-lg font-bold">{saidText(t, words, of)}</dd>
    </div>
  )
}
