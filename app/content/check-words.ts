/** Rules for the words of one language: ids that match the structure, pictures with their texts, fair options. Pure. */
import type { Fault } from './fault'
import type { Block, ModuleStructure, ModuleWords } from './schema'

/** With four options a blind guess at "the longest" is right a quarter of the time; well above that is a leak. */
export const LONGEST_IS_CORRECT_LIMIT = 0.4

/** The same facts, sections, questions and options as the structure, no more and no less. */
export function checkModuleWords(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
  const sections = structure.sections.map((section) => section.id)
  const faults = [
    ...compareIds(file, 'facts', Object.keys(structure.facts), Object.keys(words.facts)),
    ...compareIds(file, 'sections', sections, Object.keys(words.sections)),
    ...compareIds(file, 'questions', Object.keys(structure.questions), Object.keys(words.questions)),
  ]
  for (const [id, question] of Object.entries(structure.questions)) {
    const text = words.questions[id]
    const named = question.type === 'true-false' ? [] : question.options
    if (text) faults.push(...compareIds(file, `questions.${id}.options`, named, Object.keys(text.options)))
  }
  return faults
}

/** What fits under a title on a phone, in characters. */
const LONGEST_SUMMARY = 40

/** A summary is one sentence, in Chinese at most 40 characters. */
export function checkSummary(file: string, { summary }: ModuleWords): Fault[] {
  const { length } = [...summary]
  if (length <= LONGEST_SUMMARY) return []
  return [
    {
      file,
      path: 'summary',
      expected: `at most ${LONGEST_SUMMARY} characters`,
      remedy: `It has ${length}: say only what one can do afterwards.`,
    },
  ]
}

const CLAIMS_RULE = /(?:法律|消防法|标准|国家)规定/u

/** What is general knowledge (G) or a draft (D) may not be said to be the law: nobody has read it there. */
export function checkClaims(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
  return Object.entries(structure.facts).flatMap(([id, { marks }]) => {
    const claim = CLAIMS_RULE.exec(words.facts[id]?.text ?? '')
    if (!claim || marks.some((mark) => mark === 'V' || mark === 'v')) return []
    return [
      {
        file,
        path: `facts.${id}.text`,
        expected: `no “${claim[0]}”, as ${id} is marked only ${marks.join(', ')}`,
        remedy: 'Take these words out, or add the source that says so and mark it V or v.',
      },
    ]
  })
}

/** Both ways: nothing missing, nothing left over. */
export function compareIds(file: string, path: string, expected: string[], found: string[]): Fault[] {
  const missing = expected.filter((id) => !found.includes(id))
  const extra = found.filter((id) => !expected.includes(id))
  return [
    ...missing.map((id) => ({
      file,
      path,
      expected: `an entry ${id}, as the structure file has it`,
      remedy: `Add ${id} here.`,
    })),
    ...extra.map((id) => ({
      file,
      path: `${path}.${id}`,
      expected: 'only ids that the structure file has',
      remedy: `Remove ${id} here or add it there.`,
    })),
  ]
}

/** The pictures that blocks show, each with its text alternative. */
export function picturesIn(blocks: readonly Block[]): { name: string; alt?: string }[] {
  return blocks.flatMap((block) => {
    if ('picture' in block) return [block.picture]
    if ('steps' in block) return block.steps.flatMap((s) => (s.picture ? [{ name: s.picture, alt: s.alt }] : []))
    return []
  })
}

/** The pictures that a module shows. */
export const picturesOf = (words: ModuleWords): { name: string; alt?: string }[] =>
  Object.values(words.sections).flatMap(({ blocks }) => picturesIn(blocks))

/** Every picture shown has a file and a text alternative; every file is shown. */
export function checkPictures(folder: string, file: string, words: ModuleWords, pictures: string[]): Fault[] {
  const shown = picturesOf(words)
  return [
    ...shown
      .filter((picture) => !picture.alt)
      .map(({ name }) => ({
        file,
        path: `picture ${name}`,
        expected: 'an alt text that carries the same instruction',
        remedy: 'Write alt: beside the picture.',
      })),
    ...shown
      .filter(({ name }) => !pictures.includes(name))
      .map(({ name }) => ({
        file,
        path: `picture ${name}`,
        expected: `the file ${folder}/pictures/${name}.svg`,
        remedy: 'Add the picture or correct its name.',
      })),
    ...pictures
      .filter((name) => !shown.some((picture) => picture.name === name))
      .map((name) => ({
        file: `${folder}/pictures/${name}.svg`,
        path: '',
        expected: `to be shown by ${file}`,
        remedy: 'Show the picture in the lesson or delete the file.',
      })),
  ]
}

/** In single-choice questions the right answer may not usually be the longest. */
export function checkLongest(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
  const singles = Object.entries(structure.questions).filter(([, question]) => question.type === 'single')
  const longestIsCorrect = singles.filter(([id, question]) =>
    isLongest(words.questions[id]?.options ?? {}, question.correct[0]),
  )
  if (singles.length === 0 || longestIsCorrect.length / singles.length <= LONGEST_IS_CORRECT_LIMIT) return []
  return [
    {
      file,
      path: 'questions',
      expected: 'the right answer not to be the longest one most of the time',
      remedy: `It is in ${longestIsCorrect.length} of ${singles.length}: shorten it or lengthen another option in ${longestIsCorrect.map(([id]) => id).join(', ')}.`,
    },
  ]
}

/** Whether one option is longer, in characters, than every other one of its question. */
export function isLongest(options: Record<string, string>, option: string | undefined): boolean {
  const lengths = Object.entries(options).map(([id, text]) => ({ id, n: [...text].length }))
  const longest = Math.max(...lengths.map(({ n }) => n))
  const [first, second] = lengths.filter(({ n }) => n === longest)
  return first !== undefined && !second && first.id === option
}

const HAN = '\\p{Script=Han}'
const HAN_OR_MARK = '[\\p{Script=Han}，。；：？！、（）“”《》]'
const HALF_WIDTH_BETWEEN = new RegExp(`${HAN}[,.;:?!()](?=${HAN})`, 'u')
const SPACE_BETWEEN = new RegExp(`${HAN_OR_MARK} +(?=${HAN_OR_MARK})`, 'u')

/** Chinese text has full-width punctuation and no spaces between characters. */
export function checkChinese(file: string, words: unknown): Fault[] {
  return textsIn(words).flatMap(({ path, text }) => {
    const found = HALF_WIDTH_BETWEEN.exec(text) ?? SPACE_BETWEEN.exec(text)
    if (!found) return []
    return [
      {
        file,
        path,
        expected: 'full-width punctuation and no spaces between Chinese characters',
        remedy: `Correct "${text.slice(Math.max(0, found.index - 4), found.index + 6)}".`,
      },
    ]
  })
}

/** Every text in a file of words with its place, for checks that read all of them. */
export function textsIn(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key))
}
