/** Every table, one file a noun. */
export { contentVersions } from './content'
export { learnerCodes, learners } from './learners'
export { regions } from './places'
export { completions } from './progress'
export {
  attemptAnswers,
  attemptResults,
  attempts,
  itemTallies,
  optionTallies,
  quizTallies,
} from './quiz'
export { surveyAnswers, surveyResponses } from './surveys'
