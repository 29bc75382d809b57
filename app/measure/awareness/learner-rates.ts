/**
 * 学员正确率: what people learning here got right in their first quiz. Not a rate of residents, so never an interval
 * and never the name 知晓率.
 */
import type { Module } from '#app/content/schema'
import type { Tallies } from '#app/learn/quiz/tallies.server'
import { hideSmallCells } from '#app/statistics/hide-small-cells'
import { FEWEST_SHOWN, type Share, shareOf } from './share'

export type ModuleRate = { moduleId: string; learners: number | null; correct: Share; passed: Share }
export type PointRate = { moduleId: string; point: string; correct: Share }
export type Mistake = {
  moduleId: string
  questionId: string
  optionId: string
  picked: number
  asked: number
  share: Share
}
export type PlaceRate = { regionId: string; papers: number | null; correct: Share }
export type LearnerRates = { modules: ModuleRate[]; points: PointRate[]; mistakes: Mistake[]; places: PlaceRate[] }

/** Shows at most this many common mistakes: the ones to teach next. */
const MISTAKES_SHOWN = 8

export function learnerRates(tallies: Tallies, modules: readonly Module[], regionIds: readonly string[]): LearnerRates {
  const rates = moduleRates(tallies, modules)
  const shown = modules.filter((_, index) => rates[index]?.learners !== null)
  const points = modules.flatMap((module) => pointRates(tallies, module, shown.includes(module)))
  const isHidden = (moduleId: string, point?: string) =>
    points.some((rate) => rate.moduleId === moduleId && rate.point === point && rate.correct.kind === 'hidden')
  return {
    modules: rates,
    points,
    // A mistake says how many were asked, so it may not stand where that is hidden.
    mistakes: commonMistakes(
      tallies,
      shown,
      ({ id, questions }, question) => !isHidden(id, questions[question]?.points[0]),
    ),
    places: placeRates(tallies, regionIds),
  }
}

/** The places count the same papers as the modules, so a module is hidden together with one that would give it away. */
function moduleRates({ quizzes, items }: Tallies, modules: readonly Module[]): ModuleRate[] {
  const learnersOf = (moduleId: string) =>
    total(
      quizzes.filter((tally) => tally.moduleId === moduleId),
      'learners',
    )
  const learners = modules.map(({ id }) => learnersOf(id))
  const ofNoModule = quizzes.filter(({ moduleId }) => !modules.some(({ id }) => id === moduleId))
  const hidden = hideSmallCells([...learners, total(ofNoModule, 'learners')], { k: FEWEST_SHOWN })
  return modules.map(({ id: moduleId }, index) => {
    if (hidden[index]) return { moduleId, learners: null, correct: { kind: 'hidden' }, passed: { kind: 'hidden' } }
    const people = learners[index] ?? 0
    const asked = items.filter((tally) => tally.moduleId === moduleId)
    const passed = quizzes.filter((tally) => tally.moduleId === moduleId)
    return {
      moduleId,
      learners: people,
      correct: shareOf({ count: total(asked, 'correct'), of: total(asked, 'asked'), people }),
      passed: shareOf({ count: total(passed, 'passed'), of: people }),
    }
  })
}

/**
 * The points of a module, hidden together where the module's own figures would give one away. A question is asked once
 * a person, so the most-asked question of a point says how many people there are at least.
 */
function pointRates({ items }: Tallies, module: Module, isModuleShown: boolean): PointRate[] {
  const asked = items.filter(({ moduleId }) => moduleId === module.id)
  const pointOf = ({ questionId }: { questionId: string }) => module.questions[questionId]?.points[0]
  const points = Object.keys(module.facts).filter((point) => asked.some((tally) => pointOf(tally) === point))
  // The last cell is for questions that the module no longer has: its figures still contain them.
  const cells = [...points, undefined].map((point) => asked.filter((tally) => pointOf(tally) === point))
  const people = cells.map((cell) => Math.max(0, ...cell.map((tally) => tally.asked)))
  const hidden = hideSmallCells(people, { k: FEWEST_SHOWN })
  return points.map((point, index) => {
    const own = cells[index] ?? []
    const correct = { count: total(own, 'correct'), of: total(own, 'asked'), people: people[index] }
    return {
      moduleId: module.id,
      point,
      correct: isModuleShown && !hidden[index] ? shareOf(correct) : { kind: 'hidden' },
    }
  })
}

function commonMistakes(
  { items, options }: Tallies,
  modules: readonly Module[],
  mayShow: (module: Module, questionId: string) => boolean,
): Mistake[] {
  const mistakes = modules.flatMap((module) =>
    Object.entries(module.questions).flatMap(([questionId, question]) => {
      const asked = items.find((tally) => tally.questionId === questionId)?.asked ?? 0
      if (question.type === 'ordering' || question.type === 'true-false' || !mayShow(module, questionId)) return []
      const wrong = options
        .filter((tally) => tally.questionId === questionId && !question.correct.some((id) => id === tally.optionId))
        .sort((a, b) => b.picked - a.picked)[0]
      // Both the people asked and the people who chose it must be enough not to be recognised.
      if (!wrong || wrong.picked < FEWEST_SHOWN) return []
      const { optionId, picked } = wrong
      return [
        { moduleId: module.id, questionId, optionId, picked, asked, share: shareOf({ count: picked, of: asked }) },
      ]
    }),
  )
  return mistakes.sort((a, b) => b.picked / b.asked - a.picked / a.asked).slice(0, MISTAKES_SHOWN)
}

/** One row a place and one for "no place given", hidden together where one would give another away. */
function placeRates({ quizzes, places }: Tallies, regionIds: readonly string[]): PlaceRate[] {
  const rows = [...regionIds, ''].map((regionId) => {
    const own = quizzes.filter((tally) => tally.regionId === regionId)
    // One person may take several quizzes; the most-taken one says how many people there are at least.
    const people = Math.max(0, ...own.map(({ learners }) => learners))
    const answers = places.find((tally) => tally.regionId === regionId)
    return {
      regionId,
      people,
      papers: total(own, 'learners'),
      asked: answers?.asked ?? 0,
      correct: answers?.correct ?? 0,
    }
  })
  const hidden = hideSmallCells(
    rows.map(({ people }) => people),
    { k: FEWEST_SHOWN },
  )
  return rows.map(({ regionId, people, papers, asked, correct }, index) =>
    hidden[index]
      ? { regionId, papers: null, correct: { kind: 'hidden' } }
      : { regionId, papers, correct: shareOf({ count: correct, of: asked, people }) },
  )
}

function total<Key extends string>(tallies: readonly Record<Key, number>[], key: Key): number {
  return tallies.reduce((sum, tally) => sum + tally[key], 0)
}
