/** The small authored world of tests/fixtures/content-good: the module "door" and the survey "mini". */
import { describeFault } from '#app/content/fault'
import { loadCatalog } from '#app/content/load.server'
import type { Catalog, Instrument, Module, Question } from '#app/content/schema'

export const FIXTURE_ROOT = 'tests/fixtures/content-good'

/** A catalogue from a root, or an error that lists its faults. */
export function catalogAt(root: string): Catalog {
  const { catalog, faults } = loadCatalog(root)
  if (!catalog) throw new Error(faults.map(describeFault).join('\n'))
  return catalog
}

export const fixtureCatalog = catalogAt(FIXTURE_ROOT)
export const door = fixtureCatalog.modules[0] as Module
export const mini = fixtureCatalog.instruments[0] as Instrument

/** A question that is known to be in the module. */
export function questionOf(module: Module, questionId: string): Question {
  const question = module.questions[questionId]
  if (!question) throw new Error(`${module.id} has no question ${questionId}`)
  return question
}

/** The module with another blueprint. */
export const withQuiz = (module: Module, quiz: Partial<Module['quiz']>): Module => ({
  ...module,
  quiz: { ...module.quiz, ...quiz },
})
