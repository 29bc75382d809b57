import type { ConfidenceOption, DifferenceTest } from './difference'
import { differenceTest } from './difference-test'
import { changeOf, type ScorePair } from './paired-mean-difference'
import { surveyDesign } from './survey-design'
import { surveyMean } from './survey-mean'

export type SessionPair = ScorePair & { readonly session: string }

/** `n` complete pairs from `sessions` sessions; `lost` incomplete pairs. */
export type ClusteredPairedDifference = DifferenceTest & {
  readonly n: number
  readonly lost: number
  readonly sessions: number
}

/**
 * Mean change from before to after when people were trained in sessions: the default for 训练前后变化. Right and wrong
 * are 1 and 0.
 *
 * The surveyMean of D = post − pre with sessions as clusters, everybody counting alike, tested by Student's t on
 * sessions − 1 degrees of freedom. Null figures below two sessions.
 *
 * Throws RangeError for figures that are not finite, an empty session, or confidence outside (0, 1).
 * Source: knowledge-rate definitions, sections 4 (Taylor linearisation) and 7; svymean of the R package survey (Lumley).
 */
export function clusteredPairedDifference(
  pairs: readonly SessionPair[],
  { confidence = 0.95 }: ConfidenceOption = {},
): ClusteredPairedDifference {
  const complete = pairs.flatMap((pair) => {
    const change = changeOf(pair)
    return change === null ? [] : [{ change, session: pair.session }]
  })
  const n = complete.length
  const sessions = new Set(complete.map(({ session }) => session)).size
  const changes = complete.map(({ change }) => change)
  const measured =
    sessions < 2
      ? { difference: n === 0 ? null : changes.reduce((sum, change) => sum + change, 0) / n, se: null, df: null }
      : sessionMean(
          changes,
          complete.map(({ session }) => session),
        )
  return { ...differenceTest(measured, confidence), n, lost: pairs.length - n, sessions }
}

function sessionMean(changes: readonly number[], clusters: readonly string[]) {
  const design = surveyDesign({ weights: changes.map(() => 1), clusters })
  const { value, se, df } = surveyMean(design, changes)
  return { difference: value, se, df }
}
