import { type SurveyDesign, surveyDesign } from './survey-design'

/**
 * The design of an unweighted simple random sample of n ≥ 1 persons. A sample of one has no variance, but is no fault.
 * Source: knowledge-rate definitions, section 4.
 */
export function simpleDesign(n: number): SurveyDesign {
  return { ...surveyDesign({ weights: new Array<number>(n).fill(1), singlePsu: 'certainty' }), flags: [] }
}
