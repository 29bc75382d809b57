import type { z } from 'zod'

/** One thing wrong in an authored file, told so that the author can mend it without reading code. */
export type Fault = {
  /** Path from the project's root. */
  file: string
  /** Place inside the file, such as questions.call-119-3.correct; empty for the whole file. */
  path: string
  expected: string
  remedy: string
}

/** One line a fault: file › place: expected …. Remedy. */
export function describeFault({ file, path, expected, remedy }: Fault): string {
  return `${file}${path ? ` › ${path}` : ''}: expected ${expected}. ${remedy}`
}

/** Turns what zod says about a parsed file into a fault an author can act on. */
export function faultFromIssue(file: string, issue: z.core.$ZodIssue): Fault {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        file,
        path,
        expected: 'only the keys that content/README.md lists',
        remedy: `Remove or correct: ${issue.keys.join(', ')}.`,
      }
    case 'invalid_type':
      return {
        file,
        path,
        expected: issue.expected === 'string' ? 'text' : `${issue.expected}`,
        remedy:
          issue.expected === 'string'
            ? 'Write the text here; put quotes around a number, true, false or text with ": " in it.'
            : 'Compare this place with the example in content/README.md.',
      }
    case 'invalid_union':
      return {
        file,
        path,
        expected: 'one of the forms in content/README.md, with all of its parts and nothing else',
        remedy:
          'A block is one of text, list, steps, picture, do, warning, myth; a question has one of the four types.',
      }
    case 'invalid_key':
      return { file, path, expected: issue.issues[0]?.message ?? 'a valid id', remedy: 'Rename this id.' }
    case 'invalid_value':
      return {
        file,
        path,
        expected: `one of ${issue.values.map(String).join(', ')}`,
        remedy: 'Use one of these words exactly.',
      }
    case 'too_small':
    case 'too_big':
      return {
        file,
        path,
        expected: `${issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`}`,
        remedy: `${issue.message}.`,
      }
    default:
      return { file, path, expected: issue.message, remedy: 'Correct this value.' }
  }
}
