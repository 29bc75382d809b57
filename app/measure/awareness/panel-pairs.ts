/** Who answered both a wave and its follow-up (跟访). Pure. */
import type { EstimateInput, RespondentInput } from './estimate-input'

/** Positions of one person among the respondents of both waves. */
export type Pair = { before: number; now: number }

/**
 * `asked`: those of the earlier wave who could be known again. Of these `notAgain` are missing now, and of `otherPerson`
 * somebody else answered in their place: neither makes a pair.
 */
export type PanelPairs = { pairs: Pair[]; asked: number; notAgain: number; otherPerson: number }

/** True for two waves that ask the same persons: one follows the other, or both follow a third. */
export const isPanel = ({ wave: before }: EstimateInput, { wave: now }: EstimateInput): boolean =>
  before.id !== now.id && (before.follows ?? before.id) === (now.follows ?? now.id)

/** Ages are said from memory: this many years beside what has passed are let pass. */
const AGE_SLACK = 2

/**
 * The same mark makes a pair, unless sex or age say that somebody else has answered. What was not said contradicts
 * nothing.
 */
export function panelPairs(
  before: readonly RespondentInput[],
  now: readonly RespondentInput[],
  years: number,
): PanelPairs {
  const places = new Map(now.flatMap(({ person }, at) => (person === undefined ? [] : [[person, at] as const])))
  const asked = before.flatMap(({ person }, at) => (person === undefined ? [] : [{ person, before: at }]))
  const answered = asked.flatMap(({ person, before: at }) => {
    const place = places.get(person)
    return place === undefined ? [] : [{ before: at, now: place }]
  })
  const pairs = answered.filter((pair) => isSamePerson(before[pair.before], now[pair.now], years))
  return {
    pairs,
    asked: asked.length,
    notAgain: asked.length - answered.length,
    otherPerson: answered.length - pairs.length,
  }
}

function isSamePerson(before: RespondentInput | undefined, now: RespondentInput | undefined, years: number): boolean {
  if (!before || !now) return false
  if (before.sex !== '' && now.sex !== '' && before.sex !== now.sex) return false
  if (before.age === null || now.age === null) return true
  return Math.abs(now.age - before.age - years) <= AGE_SLACK
}

/** Calendar years from the end of one wave to the end of the other. */
export const yearsBetween = ({ wave: before }: EstimateInput, { wave: now }: EstimateInput): number =>
  Number(now.fieldTo.slice(0, 4)) - Number(before.fieldTo.slice(0, 4))
