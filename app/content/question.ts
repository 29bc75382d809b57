import type { Question } from './schema'

/** The option ids of a question in their authored order; true-false has the two implied ones. */
export function optionsOf(question: Question): string[] {
  return question.type === 'true-false' ? ['right', 'wrong'] : question.options
}
