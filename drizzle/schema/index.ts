/** Every table, one file a noun. */
export { accountLinks, accountSessions, accounts, recoveryCodes, signInFailures } from './accounts'
export { auditEntries } from './audit'
export { contentReviewParts, contentReviews, contentVersions } from './content'
export { feedback } from './feedback'
export { learnerCodes, learnerLinks, learners } from './learners'
export { groups, organizations, placeDrafts, regionPopulations, regions } from './places'
export { completions } from './progress'
export {
  attemptAnswers,
  attemptResults,
  attempts,
  itemTallies,
  optionTallies,
  quizTallies,
} from './quiz'
export { guardianConsents, importRows, imports, memberships, persons } from './rosters'
export {
  estimates,
  surveyAnswers,
  surveyClusters,
  surveyMappings,
  surveyResponses,
  surveyUnits,
  surveyWaves,
} from './surveys'
