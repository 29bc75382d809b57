import type { ExclusionReason } from './estimate'
import type { RespondentRow } from './respondent-row'
import { type MultiSelectPolicy, scoreItem } from './score-item'

/** `doNotKnow` is the option id that says so; choosing it scores 0 and is counted. */
export type InstrumentItem = { readonly id: string; readonly key: readonly string[]; readonly doNotKnow?: string }
export type Instrument = { readonly items: readonly InstrumentItem[] }

/** Option ids by item id, for every item. An empty list = shown but skipped; null = not administered. */
export type Answers = Readonly<Record<string, readonly string[] | null>>

export type MissingPolicy = 'skippedIsWrong' | 'answeredOnly' | 'completeCase'
export type ScoringOptions = { readonly missing?: MissingPolicy; readonly multiSelect?: MultiSelectPolicy }

/** administered = answered + skipped; answered includes doNotKnow. */
export type ScoredRespondent = RespondentRow & {
  readonly excluded: ExclusionReason | null
  readonly administered: number
  readonly answered: number
  readonly doNotKnow: number
  readonly skipped: number
}

/**
 * One person's answers as a row of scores, in the order of the instrument, with counts of items.
 *
 * Skipped items: `skippedIsWrong` (default) scores them 0; `answeredOnly` treats them as not administered;
 * `completeCase` excludes the person as incomplete.
 * A person given no item, or who answered (do-not-know included) fewer than half of the items given, is excluded.
 *
 * Throws RangeError when answers and instrument do not name the same items, when the instrument is empty or names an
 * item twice, or when a key is empty or contains the do-not-know option.
 * Source: knowledge-rate definitions, section 3 rules 1 to 5.
 */
export function scoreRespondent(
  answers: Answers,
  instrument: Instrument,
  { missing = 'skippedIsWrong', multiSelect = 'exact' }: ScoringOptions = {},
): ScoredRespondent {
  requireSameItems(answers, instrument)
  const given = instrument.items.map((item) => ({ item, answer: answers[item.id] ?? null }))
  const administered = given.filter(({ answer }) => answer !== null).length
  const skipped = given.filter(({ answer }) => answer?.length === 0).length
  const answered = administered - skipped

  return {
    scores: given.map(({ item, answer }) => {
      if (answer?.length === 0) return missing === 'skippedIsWrong' ? 0 : null
      return answer && scoreAnswer(answer, item, multiSelect)
    }),
    excluded: exclusionReason(administered, answered, missing),
    administered,
    answered,
    doNotKnow: given.filter(({ item, answer }) => answer !== null && saysDoNotKnow(answer, item)).length,
    skipped,
  }
}

function scoreAnswer(answer: readonly string[], item: InstrumentItem, multiSelect: MultiSelectPolicy): number {
  // Otherwise partial credit would pay for "do not know" ticked together with right options.
  return saysDoNotKnow(answer, item) ? 0 : scoreItem(answer, item.key, { multiSelect })
}

function saysDoNotKnow(answer: readonly string[], { doNotKnow }: InstrumentItem): boolean {
  return doNotKnow !== undefined && answer.includes(doNotKnow)
}

function exclusionReason(administered: number, answered: number, missing: MissingPolicy): ExclusionReason | null {
  if (administered === 0) return 'notAdministered'
  if (2 * answered < administered) return 'brokenOff'
  return missing === 'completeCase' && answered < administered ? 'incomplete' : null
}

function requireSameItems(answers: Answers, { items }: Instrument): void {
  const ids = new Set(items.map(({ id }) => id))
  if (ids.size === 0) throw new RangeError('An instrument needs at least one item')
  if (ids.size < items.length) throw new RangeError('An instrument names an item twice')
  for (const { id, key, doNotKnow } of items) {
    if (!Object.hasOwn(answers, id))
      throw new RangeError(`No answer given for item ${id}; write null if not administered`)
    if (key.length === 0) throw new RangeError(`Item ${id} has no key`)
    if (doNotKnow !== undefined && key.includes(doNotKnow))
      throw new RangeError(`Item ${id} has do-not-know in its key`)
  }
  const stranger = Object.keys(answers).find((id) => !ids.has(id))
  if (stranger !== undefined) throw new RangeError(`Item ${stranger} is not in the instrument`)
}
