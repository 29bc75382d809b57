/** Answer lines as rows of scores (knowledge-rate.md, section 3). Pure. */
import type { RespondentRow } from '#app/statistics/respondent-row'
import type { AnswerLine, EstimateSettings, RespondentInput } from './estimate-input'

type Missing = EstimateSettings['missing']

/** The core items of one person: right is 1, wrong and 不清楚 are 0, not shown is null, and blanks are as `missing` says. */
export function coreRow(answers: AnswerLine, missing: Missing): RespondentRow {
  const signs = [...answers]
  const blanks = signs.filter((sign) => sign === '-').length
  const asked = signs.filter((sign) => sign !== '.').length
  const blank = missing === 'skippedIsWrong' ? 0 : null
  return {
    scores: signs.map((sign) => (sign === '1' ? 1 : sign === '.' ? null : sign === '-' ? blank : 0)),
    excluded: excludedFor(asked, blanks, missing),
  }
}

function excludedFor(asked: number, blanks: number, missing: Missing): RespondentRow['excluded'] {
  if (asked === 0) return 'notAdministered'
  if (2 * (asked - blanks) < asked) return 'brokenOff'
  return missing === 'completeCase' && blanks > 0 ? 'incomplete' : null
}

/** The core items and after them the other scored items, as shares of 100: for the composite score only. */
export function wholeRow({ answers, others }: RespondentInput, missing: Missing): RespondentRow {
  const { scores, excluded } = coreRow(answers, missing)
  return { scores: [...scores, ...others.map((score) => (score === null ? null : score / 100))], excluded }
}
