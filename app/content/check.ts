/**
 * What a schema cannot say: that ids agree between files, that keys are sound and that a paper can be drawn.
 * Pure: takes what was parsed, returns the faults. content/README.md lists the same rules for authors.
 */
import type { Fault } from './fault'
import { optionsOf } from './question'
import { findRejectedSayings } from './rejected-sayings'
import type {
  Block,
  InstrumentStructure,
  InstrumentWords,
  ModuleStructure,
  ModuleWords,
  Question,
  SourceList,
} from './schema'

type WordsByLocale<Words> = Record<string, Words>

export type ModuleFiles = {
  folder: string
  structure: ModuleStructure
  words: WordsByLocale<ModuleWords>
  pictures: string[]
}

const SMALLEST_BANK = 14
/** With four options a blind guess at "the longest" would be right a quarter of the time; well above that is a leak. */
const LONGEST_IS_CORRECT_LIMIT = 0.4

/** Every fault of one module, across its files. */
export function checkModule({ folder, structure, words, pictures }: ModuleFiles, sources: SourceList): Fault[] {
  const structureFile = `${folder}/module.yaml`
  const faults = [
    ...checkName(folder, structureFile, structure.id),
    ...checkCover(folder, structureFile, structure, pictures),
    ...checkFacts(structureFile, structure, sources),
    ...checkQuiz(structureFile, structure),
    ...Object.entries(structure.questions).flatMap(([id, question]) =>
      checkQuestion(structureFile, id, question, structure),
    ),
  ]
  for (const [locale, text] of Object.entries(words)) {
    const file = `${folder}/${locale}.yaml`
    faults.push(...checkModuleWords(file, structure, text))
    faults.push(...checkPictures(folder, file, text, pictures))
    if (locale === 'zh-CN') faults.push(...checkLongest(file, structure, text), ...checkChinese(file, text))
    faults.push(...findRejectedSayings(file, structure, text))
  }
  return faults
}

function checkName(folder: string, file: string, id: string): Fault[] {
  const name = folder.split('/').at(-1)
  if (name === id) return []
  return [
    { file, path: 'id', expected: `the folder's name, ${name}`, remedy: 'Make the id and the folder name the same.' },
  ]
}

function checkCover(folder: string, file: string, { cover }: ModuleStructure, pictures: string[]): Fault[] {
  if (pictures.includes(cover)) return []
  return [
    {
      file,
      path: 'cover',
      expected: `the name of a picture in ${folder}/pictures`,
      remedy: `There is no ${cover}.svg.`,
    },
  ]
}

function checkFacts(file: string, structure: ModuleStructure, sources: SourceList): Fault[] {
  const taught = new Set(structure.sections.flatMap((section) => section.facts))
  return Object.entries(structure.facts).flatMap(([id, fact]) => {
    const path = `facts.${id}`
    const faults: Fault[] = []
    const claimsSource = fact.marks.some((mark) => mark === 'V' || mark === 'v')
    if (claimsSource && fact.sources.length === 0)
      faults.push({
        file,
        path,
        expected: 'a source, as it is marked V or v',
        remedy: 'Add the source, or mark the fact G.',
      })
    for (const citation of fact.sources)
      if (!sources[citation.id])
        faults.push({
          file,
          path: `${path}.sources`,
          expected: 'a source of content/sources.yaml',
          remedy: `Add "${citation.id}" to content/sources.yaml or correct its spelling.`,
        })
    if (!taught.has(id))
      faults.push({
        file,
        path,
        expected: 'a section that teaches it',
        remedy: `List ${id} under the facts of a section.`,
      })
    return faults
  })
}

function checkQuiz(file: string, structure: ModuleStructure): Fault[] {
  const { draw, always, atMostPerPoint } = structure.quiz
  const bank = Object.values(structure.questions)
  const faults: Fault[] = []
  if (bank.length < SMALLEST_BANK)
    faults.push({
      file,
      path: 'questions',
      expected: `at least ${SMALLEST_BANK} questions`,
      remedy: `There are ${bank.length}: write ${SMALLEST_BANK - bank.length} more.`,
    })
  for (const point of always)
    if (!bank.some((question) => question.points[0] === point))
      faults.push({
        file,
        path: 'quiz.always',
        expected: `a question whose first point is ${point}`,
        remedy: 'Write one, or take the point out of always.',
      })
  const drawable = [...groupByFirstPoint(bank).values()].reduce(
    (sum, group) => sum + Math.min(group.length, atMostPerPoint),
    0,
  )
  if (drawable < draw)
    faults.push({
      file,
      path: 'quiz.draw',
      expected: `a bank from which ${draw} questions can be drawn with at most ${atMostPerPoint} a point`,
      remedy: `Only ${drawable} can be drawn: add questions on other points.`,
    })
  return faults
}

function groupByFirstPoint(bank: Question[]): Map<string | undefined, Question[]> {
  const groups = new Map<string | undefined, Question[]>()
  for (const question of bank) groups.set(question.points[0], [...(groups.get(question.points[0]) ?? []), question])
  return groups
}

function checkQuestion(file: string, id: string, question: Question, structure: ModuleStructure): Fault[] {
  const path = `questions.${id}`
  const options = optionsOf(question)
  const faults: Fault[] = []
  if (!id.startsWith(`${structure.id}-`))
    faults.push({ file, path, expected: `an id that begins with ${structure.id}-`, remedy: 'Rename the question.' })
  for (const point of question.points)
    if (!structure.facts[point])
      faults.push({
        file,
        path: `${path}.points`,
        expected: 'facts of this module',
        remedy: `${point} does not exist.`,
      })
  if (new Set(options).size !== options.length)
    faults.push({
      file,
      path: `${path}.options`,
      expected: 'each option once',
      remedy: 'Remove the repeated option id.',
    })
  if (new Set(question.correct).size !== question.correct.length)
    faults.push({ file, path: `${path}.correct`, expected: 'each answer once', remedy: 'Remove the repeated answer.' })
  for (const answer of question.correct)
    if (!options.includes(answer))
      faults.push({
        file,
        path: `${path}.correct`,
        expected: `one of the options (${options.join(', ')})`,
        remedy: `"${answer}" is not among them.`,
      })
  if (question.type === 'multiple' && question.correct.length >= options.length)
    faults.push({ file, path: `${path}.options`, expected: 'at least one wrong option', remedy: 'Add a distractor.' })
  if (question.type === 'ordering' && question.correct.length !== options.length)
    faults.push({
      file,
      path: `${path}.correct`,
      expected: 'every option, in the right order',
      remedy: 'Complete the order.',
    })
  return faults
}

function checkModuleWords(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
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

/** Both ways: nothing missing, nothing left over. */
function compareIds(file: string, path: string, expected: string[], found: string[]): Fault[] {
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

/** The pictures that the blocks of a module show, each with its text alternative. */
export function picturesOf(words: ModuleWords): { name: string; alt?: string }[] {
  const ofBlock = (block: Block) => {
    if ('picture' in block) return [block.picture]
    if ('steps' in block) return block.steps.flatMap((s) => (s.picture ? [{ name: s.picture, alt: s.alt }] : []))
    return []
  }
  return Object.values(words.sections).flatMap((section) => section.blocks.flatMap(ofBlock))
}

function checkPictures(folder: string, file: string, words: ModuleWords, pictures: string[]): Fault[] {
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

function checkLongest(file: string, structure: ModuleStructure, words: ModuleWords): Fault[] {
  const singles = Object.entries(structure.questions).filter(([, question]) => question.type === 'single')
  const longestIsCorrect = singles.filter(([id, question]) => {
    const lengths = Object.entries(words.questions[id]?.options ?? {}).map(([o, text]) => ({ o, n: [...text].length }))
    const longest = Math.max(...lengths.map(({ n }) => n))
    const [first, second] = lengths.filter(({ n }) => n === longest)
    return first && !second && first.o === question.correct[0]
  })
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

const HAN = '\\p{Script=Han}'
const HALF_WIDTH_BETWEEN = new RegExp(`${HAN}[,;:?!](?=${HAN})`, 'u')
const SPACE_BETWEEN = new RegExp(`${HAN} +(?=${HAN})`, 'u')

function checkChinese(file: string, words: ModuleWords | InstrumentWords): Fault[] {
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

/** Every fault of one survey instrument, across its files. */
export function checkInstrument(folder: string, structure: InstrumentStructure, words: WordsByLocale<InstrumentWords>) {
  const file = `${folder}/instrument.yaml`
  const faults = checkName(folder, file, structure.id)
  for (const [id, item] of Object.entries(structure.items)) {
    if (!item.options.includes(item.correct[0] ?? ''))
      faults.push({
        file,
        path: `items.${id}.correct`,
        expected: `one of ${item.options.join(', ')}`,
        remedy: 'Correct the key.',
      })
    if (item.options.includes(structure.unsure))
      faults.push({
        file,
        path: `items.${id}.options`,
        expected: `no ${structure.unsure}: it is added by itself, last`,
        remedy: 'Remove it from the options.',
      })
  }
  for (const [locale, text] of Object.entries(words)) {
    const wordsFile = `${folder}/${locale}.yaml`
    faults.push(...compareIds(wordsFile, 'items', Object.keys(structure.items), Object.keys(text.items)))
    for (const [id, item] of Object.entries(structure.items)) {
      const options = Object.keys(text.items[id]?.options ?? {})
      faults.push(...compareIds(wordsFile, `items.${id}.options`, item.options, options))
    }
    if (locale === 'zh-CN') faults.push(...checkChinese(wordsFile, text))
  }
  return faults
}
