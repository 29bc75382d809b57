/** Rules for the language-neutral half of a module: facts, blueprint, keys. Pure. */
import type { Fault } from './fault'
import { optionsOf } from './question'
import { checkSources } from './references'
import type { ModuleStructure, Question, SourceList } from './schema'

const SMALLEST_BANK = 14

/** Faults of module.yaml by itself and against the sources and pictures there are. */
export function checkStructure(
  folder: string,
  structure: ModuleStructure,
  { pictures, sources }: { pictures: string[]; sources: SourceList },
): Fault[] {
  const file = `${folder}/module.yaml`
  return [
    ...checkName(folder, file, structure.id),
    ...checkCover(folder, file, structure, pictures),
    ...checkSections(file, structure),
    ...checkFacts(file, structure, sources),
    ...checkQuiz(file, structure),
    ...Object.entries(structure.questions).flatMap(([id, question]) => checkQuestion(file, id, question, structure)),
  ]
}

/** A file's id must be its folder's name. */
export function checkName(folder: string, file: string, id: string): Fault[] {
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

function checkSections(file: string, { sections, facts }: ModuleStructure): Fault[] {
  return sections.flatMap((section, place) => {
    const path = `sections.${place}`
    const faults: Fault[] = []
    if (sections.findIndex(({ id }) => id === section.id) < place)
      faults.push({ file, path, expected: 'each section id once', remedy: `Rename the second ${section.id}.` })
    for (const fact of section.facts)
      if (!facts[fact])
        faults.push({
          file,
          path: `${path}.facts`,
          expected: 'facts of this module',
          remedy: `${fact} does not exist.`,
        })
    return faults
  })
}

function checkFacts(file: string, structure: ModuleStructure, sources: SourceList): Fault[] {
  const taught = new Set(structure.sections.flatMap((section) => section.facts))
  return Object.entries(structure.facts).flatMap(([id, fact]) => {
    const path = `facts.${id}`
    const faults = checkSources(file, path, fact, sources)
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
