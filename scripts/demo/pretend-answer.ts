/** Answers of people who do not exist: right ones, and wrong ones of the kind people really give. Pure. */
import { optionsOf } from '#app/content/question'
import type { Question } from '#app/content/schema'

/** A right or a wrong response that a learner could have tapped. */
export function pretendAnswer(question: Question, isRight: boolean, random: () => number): string[] {
  if (isRight) return [...question.correct]
  if (question.type === 'ordering') return swapTwo(question.correct, random)
  const wrong = optionsOf(question).filter((option) => !isKey(question, option))
  // Half of those who miss one of several leave a right one out; the others tick one too many.
  if (question.type === 'multiple' && question.correct.length > 1 && (wrong.length === 0 || random() < 0.5))
    return question.correct.slice(0, -1)
  const mistaken = pickTempting(wrong, random)
  return question.type === 'multiple' ? [...question.correct, mistaken] : [mistaken]
}

const isKey = ({ correct }: Question, option: string): boolean => correct.some((key) => key === option)

/** One wrong option is usually the tempting one: it takes three in five, the others share the rest. */
function pickTempting(wrong: string[], random: () => number): string {
  const [tempting, ...others] = wrong
  if (tempting === undefined) throw new Error('A question without a wrong option cannot be answered wrongly')
  if (others.length === 0 || random() < 0.6) return tempting
  return others[Math.floor(random() * others.length)] ?? tempting
}

function swapTwo(steps: readonly string[], random: () => number): string[] {
  const swapped = [...steps]
  const first = Math.floor(random() * (steps.length - 1))
  const [moved] = swapped.splice(first, 1)
  swapped.splice(first + 1, 0, moved as string)
  return swapped
}
