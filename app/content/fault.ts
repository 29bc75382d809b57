import { YAMLParseError } from 'yaml'
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

/** What the schema calls a type, as an author would. */
const PLAIN_TYPES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  tuple: 'a list',
  object: 'entries of the form "name: value"',
  record: 'entries of the form "name: value"',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** zod's own words about a union begin so; a schema's do not. */
const SAID_BY_ZOD = /^Invalid /

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
        remedy: `Remove or correct ${issue.keys.map((key) => `"${key}"`).join(', ')}; text with a comma inside { } needs quotes.`,
      }
    case 'invalid_type':
      return {
        file,
        path,
        expected: PLAIN_TYPES[issue.expected] ?? issue.expected,
        remedy:
          issue.expected === 'string'
            ? 'Write the text here; put quotes around a number, true, false or text with ": " in it.'
            : 'Compare this place with the example in content/README.md.',
      }
    case 'invalid_union':
      if (!SAID_BY_ZOD.test(issue.message))
        return {
          file,
          path,
          expected: issue.message,
          remedy: 'Compare this place with the examples in content/README.md.',
        }
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
      return { file, path, ...sizeFault(issue) }
    default:
      return { file, path, expected: issue.message, remedy: 'Correct this value.' }
  }
}

function sizeFault(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Pick<Fault, 'expected' | 'remedy'> {
  if (issue.origin === 'string') return { expected: 'some text', remedy: 'This place is empty: write the text.' }
  const isList = issue.origin === 'array'
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const size = isList ? `${limit} ${limit === 1 ? 'entry' : 'entries'}` : limit
  return issue.code === 'too_small'
    ? { expected: `at least ${size}`, remedy: isList ? 'Add what is missing.' : 'Write a larger number.' }
    : { expected: `at most ${size}`, remedy: isList ? 'Remove some.' : 'Write a smaller number.' }
}

/** Turns what the YAML reader says about a file that it cannot read into a fault. */
export function faultFromYamlError(file: string, error: unknown): Fault {
  const expected = 'well-formed YAML'
  if (error instanceof YAMLParseError) {
    const line = error.linePos?.[0].line
    const said = `${(error.message.split('\n')[0] ?? '').replace(/:$/, '')}.`
    // Nearly always a colon and a space within a sentence.
    const remedy = /mappings|collections/.test(said) ? `${said} Put quotes around text with ": " in it.` : said
    return { file, path: line ? `line ${line}` : '', expected, remedy }
  }
  // YAML takes text that begins with * for a reference to somewhere else.
  if (!(error instanceof ReferenceError)) throw error
  const text = error.message.slice(error.message.indexOf('): ') + 3)
  return { file, path: '', expected, remedy: `Put quotes around the text that begins with *: "*${text}".` }
}
