import type { ItemCount, ResponseGroup } from '#app/measure/surveys/open-survey.server'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { type Share, shareOf } from './share'

export type SurveyRates = {
  people: number
  /** 总体知晓率: right answers of all items asked. */
  overall: Share
  /** 个人达标率: people who reach the cut. */
  mastery: Share
  items: { itemId: string; share: Share }[]
  brokenOff: number
}

/**
 * The rates of a self-selected survey, without intervals: the people chose themselves.
 *
 * @param cut percent of the items that a person must have right to count as knowing enough
 */
export function surveyRates(groups: readonly ResponseGroup[], items: readonly ItemCount[], cut: number): SurveyRates {
  const rows = groups.flatMap(rowsOf)
  const overall = overallRate(rows, undefined, { interval: false })
  const mastery = masteryRate(rows, { cut }, undefined, { interval: false })
  const people = overall.n
  const answers = groups.filter(isComplete)
  const asked = answers.reduce((sum, group) => sum + group.asked * group.people, 0)
  return {
    people,
    overall: shareOf({ count: Math.round((overall.value ?? 0) * asked), of: asked, people }),
    mastery: shareOf({ count: Math.round((mastery.value ?? 0) * people), of: people }),
    items: items
      .map(({ itemId, asked: of, correct }) => ({ itemId, rate: correct / of, share: shareOf({ count: correct, of }) }))
      .sort((a, b) => a.rate - b.rate)
      .map(({ itemId, share }) => ({ itemId, share })),
    brokenOff: overall.excluded.brokenOff,
  }
}

/** Rows for the statistics: which items were right does not matter to these two rates, only how many. */
function rowsOf(group: ResponseGroup): RespondentRow[] {
  const scores = Array.from({ length: group.asked }, (_, item) => (item < group.correct ? 1 : 0))
  const row: RespondentRow = { scores, excluded: isComplete(group) ? null : 'brokenOff' }
  return Array.from({ length: group.people }, () => row)
}

const isComplete = ({ answered, asked }: ResponseGroup): boolean => 2 * answered >= asked
