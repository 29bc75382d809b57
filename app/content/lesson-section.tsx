import { Fragment } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Phrases } from '#app/ui/phrases'
import { type FactView, pictureUrl, type SectionView } from './lesson'
import type { Block } from './schema'

type Source = { moduleId: string; version: string }
type LessonSectionProps = { section: SectionView; number: number; source: Source; lang: string }

/** One section of a lesson, with what it rests on folded below it. */
export function LessonSection({ section, number, source, lang }: LessonSectionProps) {
  const { t } = useTranslation()
  return (
    <section id={section.id} aria-labelledby={`${section.id}-title`} className="card p-4 sm:p-6" data-read-aloud>
      <p className="font-bold text-fire">{t('lesson.section', { number })}</p>
      <h2 id={`${section.id}-title`} className="text-2xl break-keep text-balance" lang={lang}>
        <Phrases text={section.title} />
      </h2>
      <button
        type="button"
        hidden
        className="no-print mt-2 min-h-11 cursor-pointer rounded-lg border border-line px-3 hover:bg-sand"
        data-read-button
        data-stop={t('lesson.stopReading')}
      >
        {t('lesson.readAloud')}
      </button>
      <div className="mt-4 space-y-4" lang={lang} data-read-text>
        {section.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: authored blocks have no id and never move on a page
          <LessonBlock key={index} block={block} source={source} />
        ))}
      </div>
      <Sources facts={section.facts} lang={lang} />
    </section>
  )
}

function LessonBlock({ block, source }: { block: Block; source: Source }) {
  const { t } = useTranslation()
  if ('text' in block) return <p>{emphasised(block.text)}</p>
  if ('list' in block)
    return (
      <ul className="list-disc space-y-1 pl-6">
        {block.list.map((item) => (
          <li key={item}>{emphasised(item)}</li>
        ))}
      </ul>
    )
  if ('steps' in block) return <Steps steps={block.steps} source={source} />
  if ('picture' in block) return <Picture name={block.picture.name} alt={block.picture.alt} source={source} />
  if ('do' in block)
    return (
      <Callout label={t('lesson.do')} sign="✓" look="border-safe bg-safe-soft" signLook="bg-safe" text={block.do} />
    )
  if ('warning' in block)
    return (
      <Callout
        label={t('lesson.warning')}
        sign="✕"
        look="border-fire bg-fire-soft"
        signLook="bg-fire"
        text={block.warning}
      />
    )
  return (
    <div className="rounded-lg border border-line bg-paper p-4">
      <p>
        <span className="font-bold text-quiet">{t('lesson.myth')}</span>{' '}
        <q className="line-through decoration-fire decoration-2">{block.myth.claim}</q>
      </p>
      <p className="mt-1">
        <span className="font-bold text-safe">{t('lesson.truth')}</span> {emphasised(block.myth.truth)}
      </p>
    </div>
  )
}

function Steps({ steps, source }: { steps: Extract<Block, { steps: unknown }>['steps']; source: Source }) {
  const hasPictures = steps.every((step) => step.picture)
  return (
    <ol className={hasPictures ? 'tiles' : 'space-y-3'}>
      {steps.map((step, index) => (
        <li key={step.text} className="rounded-lg border border-line bg-paper p-3">
          {step.picture && <Picture name={step.picture} alt={step.alt ?? ''} source={source} />}
          <p className={`flex gap-3 ${step.picture ? 'mt-2' : ''}`}>
            <span className="flex size-9 flex-none items-center justify-center rounded-full bg-ink font-bold text-white">
              {index + 1}
            </span>
            {step.title ? (
              <strong className="min-w-0 flex-1 py-1 text-lg leading-snug break-keep">
                <Phrases text={step.title} />
              </strong>
            ) : (
              <span className="min-w-0 flex-1">{emphasised(step.text)}</span>
            )}
          </p>
          {step.title && <p className="mt-1">{emphasised(step.text)}</p>}
        </li>
      ))}
    </ol>
  )
}

function Picture({ name, alt, source }: { name: string; alt: string; source: Source }) {
  return (
    <img
      src={pictureUrl(source.moduleId, source.version, name)}
      alt={alt}
      width={400}
      height={300}
      loading="lazy"
      decoding="async"
      className="mx-auto h-auto w-full max-w-md rounded-lg"
    />
  )
}

type CalloutProps = { label: string; sign: string; look: string; signLook: string; text: string }

function Callout({ label, sign, look, signLook, text }: CalloutProps) {
  return (
    <div className={`space-y-2 rounded-lg border-2 p-4 ${look}`}>
      <p className="flex items-center gap-2 font-bold">
        <span
          aria-hidden="true"
          className={`flex size-8 flex-none items-center justify-center rounded-full text-white ${signLook}`}
        >
          {sign}
        </span>
        {label}
      </p>
      <p className="text-lg font-bold">{emphasised(text)}</p>
    </div>
  )
}

function Sources({ facts, lang }: { facts: FactView[]; lang: string }) {
  const { t } = useTranslation()
  if (facts.length === 0) return null
  const waiting = facts.filter((fact) => fact.awaitsReview).length
  return (
    <details className="mt-5 border-t border-line pt-3 text-quiet">
      <summary className="min-h-11 py-2">
        {t('lesson.sources')}
        {waiting > 0 && <ReviewBadge text={t('lesson.awaitingReview')} />}
      </summary>
      <ul className="space-y-3">
        {facts.map((fact) => (
          <li key={fact.id}>
            <p lang={lang}>
              {emphasised(fact.text)}
              {fact.awaitsReview && <ReviewBadge text={t('lesson.awaitingReview')} />}
            </p>
            <p>
              {fact.citations.length === 0 && t('lesson.noSource')}
              {fact.citations.map(({ text, isExcerpt }, index) => (
                <Fragment key={text}>
                  {index > 0 && t('common.listSeparator')}
                  <cite className="not-italic">{text}</cite>
                  {isExcerpt && ` (${t('lesson.excerpt')})`}
                </Fragment>
              ))}
            </p>
            {fact.confirmed && (
              <p className="text-safe">
                <span aria-hidden="true">✓ </span>
                <MixedText text={t('lesson.confirmed', fact.confirmed)} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Says that no fire professional has confirmed this yet. */
export function ReviewBadge({ text }: { text: string }) {
  return <span className="ml-2 inline-block rounded border border-amber bg-amber-soft px-2 text-amber">{text}</span>
}

const BEGINS_IN_CHINESE = /^\P{L}*\p{Script=Han}/u

/** Authored text with its **strong** parts. An English lesson may quote Chinese words. */
export function emphasised(text: string) {
  const words = (part: string) => (BEGINS_IN_CHINESE.test(text) ? part : <MixedText text={part} />)
  return text.split('**').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
    index % 2 === 1 ? <strong key={index}>{words(part)}</strong> : <Fragment key={index}>{words(part)}</Fragment>,
  )
}
