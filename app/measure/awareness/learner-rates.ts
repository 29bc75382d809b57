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
  return {
    modules: modules.map(({ id }) => moduleRate(tallies, id)),
    points: modules.flatMap((module) => pointRates(tallies, module)),
    mistakes: commonMistakes(tallies, modules),
    places: placeRates(tallies, regionIds),
  }
}

function moduleRate({ quizzes, items }: Tallies, moduleId: string): ModuleRate {
  const own = quizzes.filter((tally) => tally.moduleId === moduleId)
  const asked = items.filter((tally) => tally.moduleId === moduleId)
  const learners = total(own, 'learners')
  return {
    moduleId,
    learners: learners > 0 && learners < FEWEST_SHOWN ? null : learners,
    correct: shareOf({ count: total(asked, 'correct'), of: total(asked, 'asked'), people: learners }),
    passed: shareOf({ count: total(own, 'passed'), of: learners }),
  }
}

/** A question is asked once a person, so the most-asked question of a point says how many people there are at least. */
function pointRates({ items }: Tallies, module: Module): PointRate[] {
  return Object.keys(module.facts).flatMap((point) => {
    const own = items.filter(({ questionId }) => module.questions[questionId]?.points[0] === point)
    if (own.length === 0) return []
    const people = Math.max(...own.map(({ asked }) => asked))
    return [
      {
        moduleId: module.id,
        point,
        correct: shareOf({ count: total(own, 'correct'), of: total(own, 'asked'), people }),
      },
    ]
  })
}

function commonMistakes({ items, options }: Tallies, modules: readonly Module[]): Mistake[] {
  const mistakes = modules.flatMap((module) =>
    Object.entries(module.questions).flatMap(([questionId, question]) => {
      const asked = items.find((tally) => tally.questionId === questionId)?.asked ?? 0
      if (question.type === 'ordering') return []
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
