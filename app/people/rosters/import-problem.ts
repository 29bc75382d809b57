import { type Problem, problems } from './problems'

/** Whether a kept problem is one that has a sentence: a later version may know others. */
export const isProblem = (text: string): text is Problem => problems.some((problem) => problem === text)
