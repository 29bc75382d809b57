import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextArea, TextField, Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { Notice, type Tone } from '#app/ui/notice'
import { MOST_NAME, MOST_NOTE, MOST_UNIT, problemWords } from './review-form'
import { ReviewPart } from './review-parts'
import type { Review, ReviewState } from './review-state'
import type { ModuleToReview } from './review-view'

export type Returned = { typed: Typed; errors: Record<string, string> }

const TONES: Record<ReviewState, Tone> = { signed: 'good', partly: 'caution', returned: 'bad', awaiting: 'caution' }

type StandingProps = { module: ModuleToReview; newest: Review | null }

/** Where the module stands, and for a return why. */
export function Standing({ module: { version, review }, newest }: StandingProps) {
  const { t } = useTranslation()
  const { state, by, changed } = review
  return (
    <Notice tone={TONES[state]} title={t(`content.state.${state}`)}>
      <p>
        <MixedText text={t(`content.standing.${state}`, { ...by, count: changed })} />
      </p>
      {state === 'returned' && newest?.note && (
        <p className="whitespace-pre-line">
          <MixedText text={newest.note} />
        </p>
      )}
      {state === 'returned' && newest?.version !== version && <p>{t('content.returnedChanged')}</p>}
    </Notice>
  )
}

type FormProps = { version: string; reviewId: string; today: string; returned: Returned | null }

/** Signing and sending back: who, from where, when, and what they say. */
export function ReviewForm({ version, reviewId, today, returned }: FormProps) {
  const { t } = useTranslation()
  const { typed, errors } = returned ?? { typed: {} as Typed, errors: {} as Typed }
  const hasReadProblem = problemWords(t, errors.hasRead)
  return (
    <form id="review" method="post" className="card reading mx-0 space-y-4 p-4 sm:p-6">
      <h2 className="text-2xl">{t('content.form.title')}</h2>
      <p>{t('content.form.lead')}</p>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="reviewId" value={reviewId} />
      <TextField
        name="name"
        label={t('content.form.name')}
        hint={t('content.form.nameHint')}
        error={problemWords(t, errors.name)}
        defaultValue={typed.name}
        maxLength={MOST_NAME}
        autoComplete="off"
        required
      />
      <TextField
        name="unit"
        label={t('content.form.unit')}
        hint={t('content.form.unitHint')}
        error={problemWords(t, errors.unit)}
        defaultValue={typed.unit}
        maxLength={MOST_UNIT}
        autoComplete="off"
        required
      />
      <TextField
        name="day"
        type="date"
        label={t('content.form.day')}
        error={problemWords(t, errors.day)}
        defaultValue={typed.day ?? today}
        required
      />
      <TextArea
        name="note"
        label={t('content.form.note')}
        hint={t('content.form.noteHint')}
        error={problemWords(t, errors.note)}
        defaultValue={typed.note}
        maxLength={MOST_NOTE}
      />
      <div>
        {hasReadProblem && (
          <p className="mb-1 font-bold text-fire" role="alert">
            {hasReadProblem}
          </p>
        )}
        <Tick name="hasRead" defaultChecked={typed.hasRead === 'yes'}>
          {t('content.form.hasRead')}
        </Tick>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="signed">
          {t('content.form.sign')}
        </Button>
        <Button look="secondary" name="intent" value="returned">
          {t('content.form.return')}
        </Button>
      </div>
    </form>
  )
}

/** Every review so far, the newest first. */
export function ReviewHistory({ reviews }: { reviews: (Review & { id: string })[] }) {
  const { t } = useTranslation()
  return (
    <ReviewPart id="history" title={t('content.history.title')}>
      <p className="text-quiet">{t(reviews.length === 0 ? 'content.history.none' : 'content.history.lead')}</p>
      <ol className="space-y-3">
        {reviews.map(({ id, decision, day, reviewerUnit, reviewerName, version, note }) => (
          <li key={id} className="card p-4">
            <p>
              <MixedText
                text={t(`content.history.${decision}`, { day, unit: reviewerUnit, name: reviewerName, version })}
              />
            </p>
            {note && (
              <p className="whitespace-pre-line">
                <MixedText text={note} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </ReviewPart>
  )
}
