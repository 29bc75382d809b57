/** The parts of a module that a reviewer signs, each with a hash of all an author may change about it. */
import { createHash } from 'node:crypto'
import { locales } from '#app/i18n/locales'
import { picturesIn } from './check-words'
import { optionsOf } from './question'
import type { Part } from './review-state'
import type { Module, ModuleWords } from './schema'

const known = new WeakMap<Module, readonly Part[]>()

/**
 * What stands above the sections, the facts, the sections and the questions: structure and the words of every language.
 * A section covers its drawings too. What is no claim is left out: order, minutes, how a paper is drawn.
 */
export function partsOf(module: Module): readonly Part[] {
  const parts = known.get(module) ?? hashParts(module)
  known.set(module, parts)
  return parts
}

function hashParts(module: Module): Part[] {
  const inEach = (said: (words: ModuleWords) => unknown) =>
    locales.map((locale) => {
      const words = module.words[locale]
      return words ? said(words) : null
    })
  return [
    part(
      'opening',
      inEach(({ title, summary, goals }) => [title, summary, goals]),
    ),
    ...Object.entries(module.facts).map(([id, { marks, sources }]) =>
      part(id, [
        marks,
        sources.map((source) => [source.id, source.at]),
        inEach(({ facts }) => [facts[id]?.label, facts[id]?.text]),
      ]),
    ),
    ...module.sections.map(({ id }) =>
      part(
        `section.${id}`,
        inEach(({ sections }) => {
          const blocks = sections[id]?.blocks ?? []
          return [sections[id]?.title, blocks, picturesIn(blocks).map(({ name }) => module.drawings?.[name])]
        }),
      ),
    ),
    ...Object.entries(module.questions).map(([id, question]) => {
      const options = optionsOf(question)
      const words = inEach(({ questions }) => {
        const said = questions[id]
        return [said?.stem, said?.explanation, options.map((option) => said?.options[option])]
      })
      return part(`question.${id}`, [question.type, question.points, options, question.correct, words])
    }),
  ]
}

const part = (name: string, said: unknown): Part => ({
  part: name,
  hash: createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32),
})
